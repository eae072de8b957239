import { createHash } from 'node:crypto'
import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { EmailAdapter } from 'payload'
import { randomToken } from '@/platform/crypto'
import { env, type Settings } from '@/platform/env'
import { logger } from '@/platform/logger'

/** One mail to one person. */
export interface Mail {
  to: string
  /** The association's name, unless MAIL_FROM contains a name. */
  senderName: string
  subject: string
  text: string
  html: string
  /** The same for every attempt, so that repetitions are recognised. See {@link messageIdOf}. */
  messageId: string
  language: 'ar' | 'en'
  /** An event for the recipient's calendar (RFC 5545). */
  calendar?: { method: 'PUBLISH' | 'CANCEL'; fileName: string; content: string }
}

/** From which address we write; it may hold a name. */
export function senderAddress(settings: Settings): string {
  return settings.MAIL_FROM || `no-reply@${new URL(settings.siteUrl).hostname}`
}

function senderOf(name: string, settings: Settings): string | { name: string; address: string } {
  const address = senderAddress(settings)
  return address.includes('<') ? address : { name, address }
}

/** A Message-ID (RFC 5322, 3.6.4) that does not reveal its input. */
export function messageIdOf(key: string, settings: Settings = env()): string {
  const name = createHash('sha256').update(key).digest('hex').slice(0, 32)
  return `<${name}@${new URL(settings.siteUrl).hostname}>`
}

let transport: { url: string; transporter: Transporter } | null = null

function smtp(url: string): Transporter {
  if (transport?.url !== url) {
    transport?.transporter.close()
    transport = {
      url,
      transporter: createTransport(url, {
        connectionTimeout: 10_000,
        greetingTimeout: 10_000,
        socketTimeout: 30_000,
      } as object),
    }
  }
  return transport.transporter
}

const outboxDir = (settings: Settings) => path.join(settings.dataDir, 'outbox')

type OutboxEnding = 'eml' | 'sms.txt'

const outboxFile = (messageId: string, ending: OutboxEnding, settings: Settings) =>
  path.join(outboxDir(settings), `${messageId.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 80)}.${ending}`)

/** Deletes the mails with these Message-IDs from the outbox, where they are there. */
export async function removeFromOutbox(messageIds: readonly string[], settings: Settings = env()): Promise<void> {
  const files = messageIds.flatMap((messageId) => [
    outboxFile(messageId, 'eml', settings),
    outboxFile(messageId, 'sms.txt', settings),
  ])
  await Promise.all(files.map((file) => rm(file, { force: true })))
}

/** How long a mail stays in the outbox. */
const OUTBOX_DAYS = 30

/**
 * Deletes old mails from the outbox, and temporary files left by a crash.
 * @returns how many
 */
export async function clearOutbox(now: Date, settings: Settings = env()): Promise<number> {
  const names = await readdir(outboxDir(settings)).catch(() => [])
  const before = now.getTime() - OUTBOX_DAYS * 86_400_000
  const partBefore = now.getTime() - 3_600_000
  let removed = 0
  for (const name of names) {
    const file = path.join(outboxDir(settings), name)
    const found = await stat(file).catch(() => null)
    if (!found || found.mtimeMs >= (name.endsWith('.part') ? partBefore : before)) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}

/** Without a mail server: writes the message atomically as an .eml file. */
async function writeToOutbox(message: SendMailOptions, settings: Settings): Promise<void> {
  const { message: bytes } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(message)
  await writeFileToOutbox({ messageId: String(message.messageId), ending: 'eml', bytes: bytes as Buffer }, settings)
}

/** Writes a message that is not sent, whole or not at all. */
export async function writeFileToOutbox(
  { messageId, ending, bytes }: { messageId: string; ending: OutboxEnding; bytes: Buffer },
  settings: Settings,
): Promise<void> {
  await mkdir(outboxDir(settings), { recursive: true, mode: 0o700 })
  const file = outboxFile(messageId, ending, settings)
  // Repeating a message replaces its file.
  const part = `${file}.${randomToken(6)}.part`
  await writeFile(part, bytes, { mode: 0o600 })
  await rename(part, file)
}

/** Longer than the three waits above together: a server that trickles is one that does not answer. */
const LONGEST_DELIVERY_MS = 75_000

async function deliver(message: SendMailOptions, settings: Settings): Promise<void> {
  if (!settings.SMTP_URL) return writeToOutbox(message, settings)
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The mail server took too long.')), LONGEST_DELIVERY_MS)
  })
  try {
    await Promise.race([smtp(settings.SMTP_URL).sendMail(message), late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Whether the server refused the recipient or the message for good (RFC 5321, 4.2.1: a reply of 5yz),
 * so that another attempt would be refused too. A refused sender or sign-in is ours to set right.
 */
export function isRefusedForGood(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  const { responseCode = 0, command = '' } = error as { responseCode?: number; command?: string }
  return responseCode >= 500 && responseCode < 600 && (command === 'RCPT TO' || command === 'DATA')
}

/**
 * Hands a mail over to the server, or to the outbox folder when no server is set.
 * @throws when the server refuses it or can't be reached
 */
export async function sendMail(mail: Mail): Promise<void> {
  const settings = env()
  await deliver(
    {
      from: senderOf(mail.senderName, settings),
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      messageId: mail.messageId,
      headers: { 'Content-Language': mail.language, 'Auto-Submitted': 'auto-generated' },
      ...(mail.calendar && {
        icalEvent: {
          method: mail.calendar.method,
          filename: mail.calendar.fileName,
          content: mail.calendar.content,
        },
      }),
    },
    settings,
  )
}

/** Payload's own mails (a forgotten password) go the same way. */
export const emailAdapter =
  (settings: Settings, senderName: string): EmailAdapter =>
  () => ({
    name: 'creative-mom',
    defaultFromAddress: senderAddress(settings),
    defaultFromName: senderName,
    // Not awaited: timing must not reveal whether the account exists.
    sendEmail: async (message) => {
      const complete = {
        ...message,
        from: message.from ?? { name: senderName, address: senderAddress(settings) },
        messageId: messageIdOf(randomToken(), settings),
      }
      deliver(complete as SendMailOptions, settings).catch((error: unknown) =>
        logger.error({ err: error }, 'a mail of the panel could not be sent'),
      )
    },
  })
