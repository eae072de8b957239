import type { IncomingMessage, ServerResponse } from 'node:http'
import { drainBody } from '@/delivery/body'

/** Answers without a page. */
export function methodNotAllowed(
  req: IncomingMessage,
  res: ServerResponse,
  methods: readonly string[] = ['GET', 'HEAD', 'POST'],
): number {
  drainBody(req)
  return sendText(res, 405, 'Method not allowed', { Allow: methods.join(', ') })
}

export function redirect(res: ServerResponse, status: number, location: string): number {
  res.writeHead(status, { Location: location, 'Cache-Control': 'no-cache', 'Content-Length': '0' }).end()
  return status
}

export function send(
  res: ServerResponse,
  status: number,
  type: string,
  body: string,
  more: Record<string, string>,
): number {
  res
    .writeHead(status, {
      'Content-Type': type,
      'Content-Length': String(Buffer.byteLength(body)),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...more,
    })
    .end(body)
  return status
}

export const sendText = (
  res: ServerResponse,
  status: number,
  message: string,
  more: Record<string, string> = {},
): number => send(res, status, 'text/plain; charset=utf-8', `${message}\n`, more)

export const sendJson = (
  res: ServerResponse,
  status: number,
  body: unknown,
  more: Record<string, string> = {},
): number => send(res, status, 'application/json; charset=utf-8', JSON.stringify(body), more)

/** In the form in which Payload's panel shows errors. */
export const sendError = (
  res: ServerResponse,
  status: number,
  message: string,
  more?: Record<string, string>,
): number => sendJson(res, status, { errors: [{ message }] }, more)
