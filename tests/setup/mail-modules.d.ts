/** What the tests use of two packages that bring no types. */
declare module 'mailparser' {
  export interface ParsedMail {
    subject?: string
    text?: string
    html: string | false
    messageId?: string
    from?: { text: string }
    to?: { text: string }
    headers: ReadonlyMap<string, unknown>
    attachments: { contentType: string; content: Buffer }[]
  }
  export function simpleParser(source: Buffer | NodeJS.ReadableStream): Promise<ParsedMail>
}

declare module 'smtp-server' {
  import type { Server } from 'node:net'

  export class SMTPServer {
    constructor(options: {
      authOptional?: boolean
      disabledCommands?: string[]
      onRcptTo?(address: { address: string }, session: unknown, done: (error?: Error) => void): void
      onData(
        stream: NodeJS.ReadableStream,
        session: { envelope: { mailFrom: { address: string } | false } },
        done: (error?: Error) => void,
      ): void
    })
    readonly server: Server
    on(event: 'error', listener: (error: Error) => void): void
    listen(port: number, host: string, done: () => void): void
    close(done: () => void): void
  }
}
