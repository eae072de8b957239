import { inject } from 'vitest'
import { formWith, post } from './form'
import { administrator } from './running-site'

/** Accounts and inquiries for the browser tests of the desk, made as the panel and the site make them. */

/** @returns sends to the REST API with the administrator's session, and throws where nothing was created */
export async function asAdministrator(): Promise<(path: string, data: Record<string, unknown>) => Promise<void>> {
  const url = inject('siteUrl')
  const headers = { 'content-type': 'application/json', origin: url }
  const signedIn = await fetch(`${url}/api/users/login`, {
    method: 'POST',
    headers,
    body: JSON.stringify(administrator),
  })
  const cookie = signedIn.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return async (path, data) => {
    const { status } = await fetch(`${url}/api/${path}`, {
      method: 'POST',
      headers: { ...headers, cookie },
      body: JSON.stringify(data),
    })
    if (status !== 201) throw new Error(`${path} could not be created: ${status}`)
  }
}

/** What a person sends from the site, without scripts. @returns the receipt's page */
export async function sendInquiry(subject: string, contact: { phone?: string; email?: string }): Promise<string> {
  const address = `${inject('siteUrl')}/ar/contact`
  const form = formWith(await (await fetch(address)).text(), 'subject', address)
  const sent = await post(form, {
    kind: 'question',
    subject,
    message: `${subject}: متى تبدأ الدورة القادمة؟`,
    name: 'هند',
    ...contact,
    replyChannel: 'tracking',
    replyLocale: 'ar',
    consent: 'yes',
  })
  const receipt = sent.headers.get('location')
  if (!receipt) throw new Error(`no receipt: ${sent.status}`)
  return new URL(receipt, address).href
}
