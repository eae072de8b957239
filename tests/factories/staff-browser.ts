import { handleEndpoints, type Payload } from 'payload'
import { CLIENT_ADDRESS_HEADER } from '@/platform/client-address'
import { env } from '@/platform/env'

export interface Answer {
  status: number
  body: Record<string, unknown> & { errors?: { code?: string; message: string; field?: string }[] }
  /** Names of the cookies that it set. */
  cookies: string[]
}

/** A browser with cookies of its own, at an address; it asks the REST API as the panel does. */
export class StaffBrowser {
  private readonly jar = new Map<string, string>()

  constructor(
    private readonly payload: Payload,
    readonly address: string,
    private readonly userAgent = 'Mozilla/5.0 (Android 14; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0',
  ) {}

  get cookieNames(): string[] {
    return [...this.jar.keys()]
  }

  forget(prefix = ''): void {
    for (const name of this.jar.keys()) if (name.startsWith(prefix)) this.jar.delete(name)
  }

  async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const response = await handleEndpoints({
      config: this.payload.config,
      request: new Request(`${env().siteUrl}/api${path}`, {
        method,
        headers: {
          'content-type': 'application/json',
          'accept-language': 'en',
          'user-agent': this.userAgent,
          origin: env().siteUrl,
          [CLIENT_ADDRESS_HEADER]: this.address,
          ...(cookie && { cookie }),
          ...headers,
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      }),
    })
    const lines = response.headers.getSetCookie()
    for (const line of lines) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '') this.jar.delete(name)
      else this.jar.set(name, value)
    }
    const text = await response.text()
    return {
      status: response.status,
      body: text ? (JSON.parse(text) as Answer['body']) : {},
      cookies: lines.map((line) => line.split('=')[0] ?? ''),
    }
  }

  post(path: string, body: unknown = {}): Promise<Answer> {
    return this.ask('POST', path, body)
  }

  signIn(email: string, password: string, more: Record<string, unknown> = {}): Promise<Answer> {
    return this.post('/users/login', { email, password, ...more })
  }

  async whoAmI(): Promise<string | null> {
    const { body } = await this.ask('GET', '/users/me')
    const { user } = body as { user: { email: string } | null }
    return user?.email ?? null
  }
}
