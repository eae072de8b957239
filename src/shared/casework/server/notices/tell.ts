import { type CollectionSlug, type Payload, ValidationError } from 'payload'
import type { StaffNotice, User } from '@/payload-types'
import { hasRole } from '@/platform/access'
import { asSystem } from '@/platform/system-payload'
import { workingCalendar } from '@/shared/calendar/server/read-calendar'
import { absenceOf, deputyOf } from '@/shared/directory/absence'
import { caseWorkerAccounts } from '@/shared/directory/case-workers'
import { departmentLeads } from '@/shared/directory/departments'
import { nextDigest, type WorkingDays } from '../../domain/notice-times'
import { type Audience, deliveryOf, type Group, groupsOf, type NoticeKind, type Worker } from '../../domain/notices'
import { relatedId } from '../../domain/rows'
import { maySeeCase } from '../case-readers'
import { workingDaysOf } from './working-days'

/** What happened to a case, as far as staff are told of it. */
export interface Cause {
  /** Unique: the same cause tells nobody twice. */
  key: string
  kind: NoticeKind
  inquiry: string
  at: string
  /** The due date that it is about. */
  dueAt: string | null
  /** Null when nobody needs to be told. */
  audience: Audience | null
  /** Where the case is now: its lead is told in place of people who are away without a deputy. */
  department: string | null
  /** The member of staff who took the step. */
  actor: string | null
}

/** The staff who can be told, read once for a round. */
export interface Staff {
  accounts: ReadonlyMap<string, User>
  workers: readonly Worker[]
  /** The person named as the lead of a department. */
  leads: ReadonlyMap<string, string>
  days: WorkingDays
}

export async function readStaff(payload: Payload): Promise<Staff> {
  const accounts = await caseWorkerAccounts(payload)
  return {
    leads: await departmentLeads(payload),
    days: workingDaysOf(await workingCalendar(payload)),
    accounts: new Map(accounts.map((account) => [account.id, account])),
    workers: accounts.map((account) => ({
      id: account.id,
      department: relatedId(account.department),
      isCaseOfficer: hasRole(account, 'case-officer'),
      isLead: hasRole(account, 'department-lead'),
      isAdministrator: hasRole(account, 'administrator'),
    })),
  }
}

/**
 * Notes for everybody concerned what happened, and queues the mails that they chose. Every row has a unique key, so
 * that after a crash the same call completes what is missing and repeats nothing.
 */
export async function tell(payload: Payload, staff: Staff, cause: Cause, clock: () => Date) {
  if (!cause.audience) return
  const told = await recipientsOf(payload, staff, cause, clock())
  // Who took the step knows of it.
  for (const recipient of told.filter(({ account }) => account.id !== cause.actor)) {
    const notice = await noticeOf(payload, cause, { ...recipient, days: staff.days }, clock())
    await queueMail(payload, notice, clock())
  }
}

interface Recipient extends Pick<Group, 'isOwn' | 'isNamed'> {
  account: User
  /** Who is away, where the recipient is told in their place. */
  onBehalfOf: string | null
}

/** The first group in which somebody may see the case, with who stands in for those of them who are away. */
async function recipientsOf(
  payload: Payload,
  { accounts, workers, leads }: Staff,
  { audience, department, inquiry }: Cause,
  now: Date,
): Promise<Recipient[]> {
  const firstReaders = async (groups: readonly Group[]): Promise<Recipient[]> => {
    for (const { ids, ...group } of groups) {
      const readers = await readersAmong(payload, ids, accounts, inquiry)
      if (readers.length > 0) return readers.map((account) => ({ account, ...group, onBehalfOf: null }))
    }
    return []
  }
  const standingIn = async ({ account, isOwn, isNamed }: Recipient): Promise<Recipient[]> => {
    const absence = isNamed ? absenceOf(account, now) : null
    if (!absence) return []
    const deputy = deputyOf(absence, accounts.values(), now)
    const lead: Audience = {
      kind: 'lead',
      department: department ?? relatedId(account.department),
      except: account.id,
    }
    const isThere = (id: string): boolean => absenceOf(accounts.get(id) ?? {}, now) === null
    const groups: Group[] = [{ ids: deputy ? [deputy.id] : [], isOwn, isNamed }, ...groupsOf(lead, workers, leads)]
    const found = await firstReaders(groups.map((group) => ({ ...group, ids: group.ids.filter(isThere) })))
    return found.map((recipient) => ({ ...recipient, isOwn, onBehalfOf: account.id }))
  }
  const recipients = audience ? await firstReaders(groupsOf(audience, workers, leads)) : []
  const deputies = await Promise.all(recipients.map(standingIn))
  return [...recipients, ...deputies.flat()]
}

async function readersAmong(
  payload: Payload,
  ids: readonly string[],
  accounts: Staff['accounts'],
  inquiry: string,
): Promise<User[]> {
  const readers: User[] = []
  for (const id of ids) {
    const account = accounts.get(id)
    if (account && (await maySeeCase(payload, account, inquiry))) readers.push(account)
  }
  return readers
}

/** The notice of this cause for one person: the one that is there, or else a new one. */
async function noticeOf(
  payload: Payload,
  { key: cause, kind, inquiry, at, dueAt }: Cause,
  { account, isOwn, isNamed, onBehalfOf, days }: Recipient & { days: WorkingDays },
  now: Date,
): Promise<StaffNotice> {
  const key = `${cause}:${account.id}`
  const delivery = deliveryOf(account.caseNotices, isNamed)
  const digestAt = new Date(nextDigest(now.getTime(), days)).toISOString()
  const mails = {
    'at-once': { mailKey: key, mailAt: now.toISOString() },
    digest: { mailKey: `digest:${account.id}:${digestAt}`, mailAt: digestAt },
    page: { mailKey: null, mailAt: null },
  }
  const about = { key, kind, inquiry, at, dueAt, recipient: account.id, onBehalfOf, isOwn }
  const data = { ...about, isUnseen: true, ...mails[delivery] }
  const write = () => payload.create({ collection: 'staff-notices', data, depth: 0, ...asSystem('job') })
  return createOnce(() => findByKey(payload, 'staff-notices', key), write)
}

async function queueMail(payload: Payload, { mailKey, mailAt, recipient }: StaffNotice, now: Date): Promise<void> {
  if (!mailKey || !mailAt) return
  const data = {
    key: mailKey,
    recipient,
    isDigest: mailKey.startsWith('digest:'),
    queuedAt: now.toISOString(),
    mailState: 'due' as const,
    mailNextAt: mailAt,
    mailAttempts: 0,
  }
  const write = () => payload.create({ collection: 'staff-notice-mails', data, depth: 0, ...asSystem('job') })
  await createOnce(() => findByKey(payload, 'staff-notice-mails', mailKey), write)
}

async function findByKey<Slug extends Extract<CollectionSlug, 'staff-notices' | 'staff-notice-mails'>>(
  payload: Payload,
  collection: Slug,
  key: string,
) {
  const { docs } = await payload.find({
    collection,
    where: { key: { equals: key } },
    limit: 1,
    pagination: false,
    depth: 0,
    ...asSystem('job'),
  })
  return docs[0] ?? null
}

/** The unique key decides between two processes. */
async function createOnce<Row>(find: () => Promise<Row | null>, write: () => Promise<Row>): Promise<Row> {
  const found = await find()
  if (found) return found
  try {
    return await write()
  } catch (error) {
    const other = error instanceof ValidationError ? await find() : null
    if (!other) throw error
    return other
  }
}
