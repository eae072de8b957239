import type { Payload, UIFieldServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { missingFacts } from '../domain/missing-facts'
import { missingFactName } from './missing-fact-name'

/** The names of missing facts in the panel's language. */
export async function listMissingFacts(
  payload: Payload,
  user: UIFieldServerProps['user'],
  language: 'ar' | 'en',
): Promise<string[]> {
  const read = (locale: 'ar' | 'en') =>
    payload.findGlobal({ slug: 'association', locale, depth: 0, overrideAccess: false, user })
  const [ar, en] = await Promise.all([read('ar'), read('en')])
  const t = translator('site.missing', language)
  return missingFacts({ ar, en }).map((missing) => missingFactName(missing, t, language))
}
