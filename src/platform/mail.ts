import { createHash } from 'node:crypto'
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { createTransport, type SendMailOptions, type Transporter } from 'nodemailer'
import type { EmailAdapter } from 'payload'
import { randomToken } from '@/platform/crypto'
import { env, type Settings } from '@/platform/env'
import { logger } from '@/platform/logger'

/** One mail to one person. */
export interface Mail {
  to: string
  /** The association's name; a MAIL_FROM that has a name of its own keeps it. */
  senderName: string
  subject: string
  text: string
  html: string
  /** The same for every attempt, so that a repetition after a crash is known as one. See {@link messageIdOf}. */
  messageId: string
  language: 'ar' | 'en'
}

function senderAddress(settings: Settings): string {
  return settings.MAIL_FROM || `no-reply@${new URL(settings.siteUrl).hostname}`
}

function senderOf(name: string, settings: Settings): string | { name: string; address: string } {
  const address = senderAddress(settings)
  return address.includes('<') ? address : { name, address }
}

/** A Message-ID (RFC 5322, 3.6.4) that says nothing about what it is made from. */
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

/** Without a mail server: the message as a file that any mail program opens. Written whole or not at all. */
async function writeToOutbox(message: SendMailOptions, settings: Settings): Promise<void> {
  const { message: bytes } = await createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
  }).sendMail(message)
  const outbox = path.join(settings.dataDir, 'outbox')
  await mkdir(outbox, { recursive: true, mode: 0o700 })
  const name = String(message.messageId)
    .replace(/[^A-Za-z0-9.-]/g, '')
    .slice(0, 80)
  const file = path.join(outbox, `${name}.eml`)
  // The same message again replaces its file: one mail, one file.
  const part = `${file}.${randomToken(6)}.part`
  await writeFile(part, bytes as Buffer, { mode: 0o600 })
  await rename(part, file)
}

async function deliver(message: SendMailOptions, settings: Settings): Promise<void> {
  if (settings.SMTP_URL) await smtp(settings.SMTP_URL).sendMail(message)
  else await writeToOutbox(message, settings)
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
    // Nobody waits for it: that an address takes longer would say that it has an account.
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
