import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { downloadHeaders } from '@/platform/file-name'
import { kindLabels } from '@/shared/casework/case-type'
import { askedOf, inboxAddress } from '@/shared/casework/panel/inbox-query'
import { findCondition } from '@/shared/casework/server/desk/case-queries'
import { exportCases, exportFormats } from '@/shared/casework/server/desk/export-cases'
import { formText } from '@/shared/intake/form-text'

export const dynamic = 'force-dynamic'

const contentTypes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const

const leadTo = (address: string) => new Response(null, { status: 303, headers: { Location: address } })

/** What a list of the inbox shows, as a file, for a reason that is kept. Without one the list comes back and asks; without a session, the sign-in. */
export async function POST(request: Request): Promise<Response> {
  const payload = await getCms()
  const { user } = await payload.auth({ headers: request.headers })
  if (user?.collection !== 'users') return leadTo(`/admin/login?redirect=${encodeURIComponent('/admin/inbox')}`)
  const form = await request.formData().catch(() => new FormData())
  const given = Object.fromEntries([...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'))
  const asked = askedOf(given, kindLabels(payload))
  const format = exportFormats.find((known) => known === formText(form, 'format')) ?? 'xlsx'
  const result = await exportCases({
    payload,
    user: user as User,
    now: new Date(),
    locale: formText(form, 'language') === 'en' ? 'en' : 'ar',
    view: asked.view,
    filters: asked.filters,
    find: findCondition(asked.find),
    format,
    reason: formText(form, 'reason'),
    isPersonal: form.get('personal') === 'yes',
  })
  switch (result.status) {
    case 'forbidden':
      return new Response(null, { status: 403, headers: { 'Cache-Control': 'private, no-store' } })
    case 'invalid':
      return leadTo(inboxAddress(asked, { export: 'reason' }))
    case 'ok': {
      const name = result.isCut ? `inquiries-first-${result.rows}.${format}` : `inquiries.${format}`
      return new Response(new Uint8Array(result.bytes), { headers: downloadHeaders(name, contentTypes[format]) })
    }
  }
}
