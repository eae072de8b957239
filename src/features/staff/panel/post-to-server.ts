/** What the endpoints of sign-in answer (server/endpoints). */
export interface ServerAnswer {
  isOk: boolean
  /** Null when the server could not be reached. */
  code: string | null
  message: string
  /** The field that the error is about. */
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

/** Posts to an endpoint of sign-in, in the panel's language. Never throws: an unreachable server is an answer too. */
export async function postToServer(
  path: string,
  sent: Record<string, unknown>,
  unreachable: string,
): Promise<ServerAnswer> {
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
