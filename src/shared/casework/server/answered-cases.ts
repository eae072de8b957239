import type { Payload } from 'payload'
import { updateRow } from '@/platform/raw-writes'
import { asSystem } from '@/platform/system-payload'
import { caseTypeOf } from '../case-type'
import { decryptPersonalFields } from './personal-fields'

/**
 * What surveys may read of answered cases, to invite people to evaluate. It is passed to them in
 * src/jobs.ts; they have no other access to cases.
 */
export const answeredCases = {
  /** Cases answered after `since` with nothing owed, whose sender was not invited yet; oldest first. */
  async findUninvited(payload: Payload, { since, limit }: { since: Date; limit: number }) {
    const { docs } = await payload.find({
      collection: 'inquiries',
      where: {
        and: [
          { evaluationInvitedAt: { exists: false } },
          { answeredAt: { greater_than: since.toISOString() } },
          // A person who asked again is invited after that answer.
          { isAnswerOwed: { equals: false } },
        ],
      },
      sort: ['answeredAt', 'id'],
      limit,
      pagination: false,
      depth: 1,
      populate: { services: { slug: true } },
      ...asSystem('job'),
    })
    return docs.map(({ id, channel, service, locale, email }) => ({
      id,
      channel,
      locale,
      serviceSlug: service && typeof service === 'object' ? service.slug : null,
      hasEmail: Boolean(email),
    }))
  },

  async markInvited(payload: Payload, caseId: string, now: Date): Promise<void> {
    await updateRow(payload, 'mark', {
      collection: 'inquiries',
      where: { id: { equals: caseId } },
      data: { evaluationInvitedAt: now.toISOString() },
    })
  },

  /** The address to write to, or null when none was left; and whether the sender waits for an answer again. */
  async contactOf(payload: Payload, caseId: string): Promise<{ email: string | null; isAnswerOwed: boolean }> {
    const row = await payload.findByID({ collection: 'inquiries', id: caseId, depth: 0, ...asSystem('job') })
    return {
      email: decryptPersonalFields(caseTypeOf(payload, row).personalFields, row).email,
      isAnswerOwed: row.isAnswerOwed,
    }
  },
}
