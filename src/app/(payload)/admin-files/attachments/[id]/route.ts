import { getCms } from '@/payload/get-cms'
import type { User } from '@/payload-types'
import { downloadHeaders } from '@/platform/file-name'
import { logger } from '@/platform/logger'
import { attachmentName, readAttachment } from '@/shared/files/server/attachments'
import { findAttachment } from '@/shared/files/server/open-attachment'

export const dynamic = 'force-dynamic'

const refused = () => new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })

/**
 * A private file, for staff who may read what it belongs to. What doesn't exist and what isn't theirs answer
 * alike. Always a download: nothing an anonymous client sent runs in the panel's origin.
 */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  const payload = await getCms()
  const { user } = await payload.auth({ headers: request.headers })
  if (user?.collection !== 'users') return refused()
  const file = await findAttachment(payload, user as User, (await params).id)
  if (!file) return refused()
  try {
    const bytes = await readAttachment(file)
    return new Response(new Uint8Array(bytes), {
      headers: {
        ...downloadHeaders(attachmentName(file), file.mimeType),
        'Content-Length': String(bytes.byteLength),
      },
    })
  } catch (error) {
    logger.error({ err: error, attachment: file.id }, 'an attachment could not be read')
    return refused()
  }
}
