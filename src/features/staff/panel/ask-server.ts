/** What the entrances answer; see server/endpoints. */
export interface Answered {
  isOk: boolean
  /** Null when it could not be reached. */
  code: string | null
  message: string
  /** The field that a refusal is about. */
  field: string | null
  body: Record<string, unknown>
}

interface Sent {
  errors?: {
    code?: string
    message?: string
    field?: string
    data?: { errors?: { path?: string; message?: string }[] }
  }[]
}

/** Asks one of the entrances, in the panel's language. Never throws: a site that can't be reached is an answer too. */
export async function askServer(path: string, sent: Record<string, unknown>, unreachable: string): Promise<Answered> {
  try {
    const response = await fetch(`/api/users${path}`, {
      method: 'POST',
      credentials: 'same-origin',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang },
      body: JSON.stringify(sent),
    })
    const body = (await response.json()) as Record<string, unknown>
    const [error] = (body as Sent).errors ?? []
    return {
      isOk: response.ok,
      code: error?.code ?? null,
      message: response.ok ? '' : (error?.message ?? unreachable),
      field: error?.field ?? null,
      body,
    }
  } catch {
    return { isOk: false, code: null, message: unreachable, field: null, body: {} }
  }
}
