import type { Payload } from 'payload'
import { type Received, type Reception, receiveCase } from '@/shared/casework/server/receive-case'
import { personalFields } from '../domain/personal-fields'
import type { ValidInquiry } from '../schema'

/** An inquiry that is in order, however it reached us: by the site's form, recorded by staff, or as an example. */
export interface ReceiveInquiry extends Reception {
  inquiry: ValidInquiry
}

/** What an inquiry says that is stored encrypted. */
export const personalOf = (inquiry: Omit<ValidInquiry, 'service'>) =>
  Object.fromEntries(
    (Object.keys(personalFields) as (keyof typeof personalFields)[]).map((name) => [name, inquiry[name]]),
  ) as Pick<ValidInquiry, keyof typeof personalFields>

/**
 * Takes in an inquiry. Where the same content is stored already, the answer names the earlier row.
 * @throws on a database that doesn't answer
 */
export function receiveInquiry(payload: Payload, { inquiry, ...reception }: ReceiveInquiry): Promise<Received> {
  const { kind, isSensitive, isAnonymous, replyChannel, replyLocale } = inquiry
  return receiveCase(
    payload,
    { kind, isSensitive, isAnonymous, replyChannel, replyLocale, personal: personalOf(inquiry) },
    reception,
  )
}
