import { readGuidePicture } from '@/features/staff/server/guide'
import { getCms } from '@/payload/get-cms'
import { contentDisposition, fileName } from '@/platform/file-name'

export const dynamic = 'force-dynamic'

/** A picture of the staff guide, for signed-in users. */
export async function GET(request: Request, { params }: { params: Promise<{ picture: string }> }): Promise<Response> {
  const payload = await getCms()
  const { user } = await payload.auth({ headers: request.headers })
  const { picture } = await params
  const png = user?.collection === 'users' ? await readGuidePicture(picture) : null
  if (!png) return new Response(null, { status: 404, headers: { 'Cache-Control': 'private, no-store' } })
  return new Response(new Uint8Array(png), {
    headers: {
      'Content-Type': 'image/png',
      'Content-Length': String(png.byteLength),
      'Content-Disposition': contentDisposition('inline', fileName(picture, 'image/png')),
      'X-Content-Type-Options': 'nosniff',
      'Cache-Control': 'private, max-age=600',
    },
  })
}
