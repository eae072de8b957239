import type { Payload } from 'payload'
import { defaultGraceDays, defaultSecondFactorRoles } from '@/features/staff/schema'
import { asSystem } from '@/platform/system-payload'

/** Begins the days of grace for accounts that were there before the second factor was. */
export async function seedSignIn(payload: Payload): Promise<void> {
  await payload.updateGlobal({
    slug: 'sign-in',
    data: { secondFactorRoles: [...defaultSecondFactorRoles], graceDays: defaultGraceDays },
    depth: 0,
    ...asSystem('seed'),
  })
}
