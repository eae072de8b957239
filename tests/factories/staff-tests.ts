import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { type ParsedMail, simpleParser } from 'mailparser'
import type { Payload } from 'payload'
import { mailStaff } from '@/features/staff/server/staff-mails'
import type { SecurityEvent, User } from '@/payload-types'
import type { Role } from '@/platform/access'
import { env } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'
import { empty } from '../setup/empty'
import { StaffBrowser } from './staff-browser'

export const staffPassword = 'four words to remember'

let people = 0
let addresses = 0

/** An address that no other test uses. */
export function freshAddress(): string {
  addresses += 1
  return `198.51.${Math.floor(addresses / 250)}.${1 + (addresses % 250)}`
}

export async function makePerson(payload: Payload, roles: Role[] = ['editor']): Promise<User> {
  people += 1
  return payload.create({
    collection: 'users',
    data: { name: `Salma ${people}`, email: `salma-${people}@staff.example`, roles, password: staffPassword },
    ...asSystem('test-setup'),
  })
}

/** A browser in which the person is signed in. */
export async function signedInAs(payload: Payload, { email }: Pick<User, 'email'>): Promise<StaffBrowser> {
  const browser = new StaffBrowser(payload, freshAddress())
  const { status } = await browser.signIn(email, staffPassword)
  if (status !== 200) throw new Error(`${email} could not sign in: ${status}`)
  return browser
}

export async function eventsOf(payload: Payload, account: string): Promise<SecurityEvent[]> {
  const { docs } = await payload.find({
    collection: 'security-events',
    where: { account: { equals: account } },
    limit: 100,
    ...asSystem('test-setup'),
  })
  return docs
}

const outbox = () => path.join(env().dataDir, 'outbox')

/** Sends what is due. @returns the mails, which are then forgotten */
export async function sentMails(payload: Payload, now = new Date()): Promise<ParsedMail[]> {
  await mailStaff.run(payload, now)
  const names = await readdir(outbox()).catch(() => [])
  const mails = await Promise.all(names.map(async (name) => simpleParser(await readFile(path.join(outbox(), name)))))
  await rm(outbox(), { recursive: true, force: true })
  return mails
}

/** What a test with a later clock wrote is due later than the next one begins. */
export async function dropMails(payload: Payload): Promise<void> {
  await empty(payload, 'staff-mails')
  await rm(outbox(), { recursive: true, force: true })
}

/** The token in the link of a mail. */
export function tokenIn(mail: ParsedMail | undefined): string {
  const token = /\/admin\/password\/([\w-]+)/.exec(mail?.text ?? '')?.[1]
  if (!token) throw new Error(`No link in: ${mail?.text}`)
  return token
}
