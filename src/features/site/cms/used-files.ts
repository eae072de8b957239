import { APIError, type CollectionBeforeOperationHook, type PayloadRequest, type Where } from 'payload'
import { fileUsers, usesFile } from '@/payload/file-uses'
import { hasRole } from '@/platform/access'
import { localize } from '@/platform/localize'
import { plainRights } from '@/platform/rights'
import { asSystemWithin, systemReasonOf } from '@/platform/system-payload'

/** A limit above the number of files of a small association. */
const MAX_FILES = 100_000

/** @throws a 409 that names the used files and where they are used */
async function refuseUsed(req: PayloadRequest, which: Where, what: 'deleted' | 'replaced'): Promise<void> {
  const { docs } = await req.payload.find({
    collection: 'media',
    where: which,
    limit: MAX_FILES,
    pagination: false,
    depth: 0,
    select: { filename: true, originalName: true },
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (docs.length === 0) return
  const users = await fileUsers(req)
  const used = docs.flatMap(({ filename, id, originalName }) => {
    const by = users.filter((user) =>
      usesFile(user, { id, filename: filename ?? id }, what === 'replaced' ? 'address' : 'any'),
    )
    const names = [...new Set(by.map(({ name }) => name))]
    return names.length > 0 ? [{ file: originalName ?? filename ?? id, names }] : []
  })
  if (used.length === 0) return
  const listed = (comma: string) => used.map(({ file, names }) => `${file} (${names.join(comma)})`).join(comma)
  throw new APIError(
    localize(
      req,
      what === 'deleted'
        ? {
            ar: `لم يُحذف شيء، فمما حُدد ما هو مستعمل: ${listed('، ')}. يُزال من مكانه أولًا، ثم يُحذف.`,
            en: `Nothing was deleted, because this is in use: ${listed(', ')}. Take it out there first, then delete it.`,
          }
        : {
            ar: `هذا الملف مستعمل: ${listed('، ')}، وبملف آخر مكانه يتغير عنوانه. يُرفع الملف الجديد وحده، ثم يوضع مكانه.`,
            en: `This file is in use: ${listed(', ')}, and another one in its place has another address. Upload the new file on its own, then put it there.`,
          },
    ),
    409,
    null,
    true,
  )
}

/** Runs before anything is deleted, for one file or many: all or none. */
export const keepUsedFiles: CollectionBeforeOperationHook = async ({ args, operation, req }) => {
  if (systemReasonOf(req)) return
  const { id, where } = args as { id?: string; where?: Where }
  if (operation === 'delete' && hasRole(req.user, ...plainRights.media.delete.all)) {
    await refuseUsed(req, id ? { id: { equals: id } } : (where ?? {}), 'deleted')
  }
  if (operation !== 'update' || !req.file || !hasRole(req.user, ...plainRights.media.update.all)) return
  if (id) return await refuseUsed(req, { id: { equals: id } }, 'replaced')
  throw new APIError(
    localize(req, { ar: 'ملف واحد لا يحل محل ملفات عدة.', en: 'One file doesn’t take the place of many.' }),
    400,
    null,
    true,
  )
}
