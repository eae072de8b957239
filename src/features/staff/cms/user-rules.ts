import {
  APIError,
  type CollectionBeforeDeleteHook,
  type CollectionBeforeValidateHook,
  type PayloadRequest,
  ValidationError,
} from 'payload'
import type { User } from '@/payload-types'
import { localize } from '@/platform/localize'
import { asSystemWithin } from '@/platform/system-payload'
import { workerRoles } from '@/shared/casework/roles'

async function hasAnotherAdministrator(req: PayloadRequest, id: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: { and: [{ roles: { in: ['administrator'] } }, { id: { not_equals: id } }] },
    ...asSystemWithin(req, 'keep-rules'),
  })
  return totalDocs > 0
}

const refusal = (req: PayloadRequest) =>
  localize(req, {
    ar: 'هذا آخر مدير للنظام. تُعطى الصلاحية لغيره أولًا.',
    en: 'This is the last administrator. Give the role to someone else first.',
  })

export const keepAnAdministrator: CollectionBeforeValidateHook<User> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc?.roles?.includes('administrator')) return data
  const isLosingRole = data?.roles !== undefined && !data.roles.includes('administrator')
  if (isLosingRole && !(await hasAnotherAdministrator(req, originalDoc.id))) {
    throw new ValidationError({ collection: 'users', errors: [{ path: 'roles', message: refusal(req) }] }, req.t)
  }
  return data
}

export const keepLastAdministrator: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (user?.roles?.includes('administrator') && !(await hasAnotherAdministrator(req, String(id)))) {
    throw new APIError(refusal(req), 409, null, true)
  }
}

/** Somebody must be able to work on restricted cases: an account named for it, with a role that works on cases. */
async function hasAnotherRestrictedReader(req: PayloadRequest, id: string): Promise<boolean> {
  const { totalDocs } = await req.payload.count({
    collection: 'users',
    where: {
      and: [{ seesRestrictedCases: { equals: true } }, { roles: { in: [...workerRoles] } }, { id: { not_equals: id } }],
    },
    ...asSystemWithin(req, 'keep-rules'),
  })
  return totalDocs > 0
}

const worksOnRestricted = ({ seesRestrictedCases, roles }: Pick<Partial<User>, 'seesRestrictedCases' | 'roles'>) =>
  seesRestrictedCases === true && workerRoles.some((role) => roles?.includes(role))

const lastReaderRefusal = (req: PayloadRequest) =>
  localize(req, {
    ar: 'لا يطلع على المقيَّد سوى هذا الحساب. يُختار غيره أولًا.',
    en: 'No one else sees restricted cases. Choose someone else first.',
  })

export const keepARestrictedReader: CollectionBeforeValidateHook<User> = async ({
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (operation !== 'update' || !originalDoc || !worksOnRestricted(originalDoc)) return data
  if (worksOnRestricted({ ...originalDoc, ...data }) || (await hasAnotherRestrictedReader(req, originalDoc.id))) {
    return data
  }
  const path = data?.seesRestrictedCases === false ? 'seesRestrictedCases' : 'roles'
  throw new ValidationError({ collection: 'users', errors: [{ path, message: lastReaderRefusal(req) }] }, req.t)
}

export const keepLastRestrictedReader: CollectionBeforeDeleteHook = async ({ id, req }) => {
  const user = await req.payload.findByID({
    collection: 'users',
    id,
    depth: 0,
    disableErrors: true,
    ...asSystemWithin(req, 'keep-rules'),
  })
  if (user && worksOnRestricted(user) && !(await hasAnotherRestrictedReader(req, String(id)))) {
    throw new APIError(lastReaderRefusal(req), 409, null, true)
  }
}
