import type { CollectionSlug, GlobalSlug } from 'payload'
import { type Role, roles } from './access'

/**
 * The one table of rights by role and stored state. Access functions are derived from it,
 * `src/payload/hold-rights.ts` enforces it at every save, docs/RIGHTS.md is generated from it, and
 * tests/integration/access.test.ts checks each cell over REST.
 */

type Roles = readonly Role[]

/** Rights on every document, and on one's own only: the account, the department's cases. */
export interface Whose {
  all: Roles
  own?: Roles
}

/** Documents with drafts. */
export interface DocumentRights {
  /** Drafts and earlier versions. What is published everybody reads. */
  readDrafts: Roles
  create: Roles
  /** Never published, or unpublished. */
  unpublished: { save: Roles; publish: Roles; delete: Roles }
  /** Published. `publish` changes what visitors see, `saveDraft` prepares a change. */
  published: { saveDraft: Roles; publish: Roles; unpublish: Roles; delete: Roles }
}

/** Documents without drafts. */
export interface PlainRights {
  read: Whose | 'everybody'
  create: Roles
  update: Whose
  delete: Whose
  /** Who may read versions, if they are kept. */
  readVersions?: Roles
}

export interface GlobalRights {
  read: Roles | 'everybody'
  readVersions: Roles
  update: Roles
  /** Fields with narrower rights. */
  fields?: Readonly<Record<string, Roles>>
}

const nobody: Roles = []
const administrators: Roles = ['administrator']
const editors: Roles = ['administrator', 'editor']
const approvers: Roles = ['administrator', 'approver']
const editorsAndApprovers: Roles = ['administrator', 'editor', 'approver']
/** Who answers inquiries. */
const caseWorkers: Roles = ['administrator', 'case-officer', 'department-lead']
const contentStaff: Roles = ['administrator', 'editor', 'approver', 'auditor']
const everyoneElse: Roles = roles.filter((role) => role !== 'administrator')

export const documentRights = {
  // Menus and law rely on these three pages, so they can't be deleted.
  pages: {
    readDrafts: contentStaff,
    create: editors,
    unpublished: { save: editors, publish: editors, delete: nobody },
    published: { saveDraft: editors, publish: editors, unpublish: nobody, delete: nobody },
  },
  services: {
    readDrafts: contentStaff,
    create: editors,
    unpublished: { save: editors, publish: editors, delete: administrators },
    published: { saveDraft: editors, publish: editors, unpublish: editors, delete: administrators },
  },
  policies: {
    readDrafts: contentStaff,
    create: editorsAndApprovers,
    unpublished: { save: editorsAndApprovers, publish: approvers, delete: administrators },
    published: { saveDraft: editorsAndApprovers, publish: approvers, unpublish: approvers, delete: administrators },
  },
  // Publishing is the board's approval. After it nobody changes anything; see approved-edition.ts.
  editions: {
    readDrafts: contentStaff,
    create: editorsAndApprovers,
    unpublished: { save: editorsAndApprovers, publish: approvers, delete: editors },
    published: { saveDraft: nobody, publish: nobody, unpublish: nobody, delete: nobody },
  },
  // What people are asked in the association's name goes out, changes and ends by an approver.
  surveys: {
    readDrafts: contentStaff,
    create: editors,
    unpublished: { save: editorsAndApprovers, publish: approvers, delete: editors },
    published: { saveDraft: editorsAndApprovers, publish: approvers, unpublish: approvers, delete: administrators },
  },
} satisfies Partial<Record<CollectionSlug, DocumentRights>>

export type DocumentSlug = keyof typeof documentRights

const ofCases: PlainRights = {
  read: { all: ['administrator', 'case-officer', 'auditor'], own: ['department-lead'] },
  create: nobody,
  update: { all: nobody },
  delete: { all: nobody },
}
/** Written by use cases alone. */
const ofTheSystem: PlainRights = {
  read: { all: nobody },
  create: nobody,
  update: { all: nobody },
  delete: { all: nobody },
}

/** Who receives people opens the times at which they come. */
const ofTheTimes: PlainRights = {
  read: { all: ['administrator', 'case-officer', 'department-lead', 'auditor'] },
  create: ['administrator', 'case-officer', 'department-lead'],
  update: { all: ['administrator', 'case-officer', 'department-lead'] },
  delete: { all: ['administrator', 'case-officer', 'department-lead'] },
}

/** Due dates follow from it: everybody may see why, and who answers for the work decides it. */
const ofTheCalendar: PlainRights = {
  read: { all: roles },
  create: ['administrator', 'department-lead'],
  update: { all: ['administrator', 'department-lead'] },
  delete: { all: ['administrator', 'department-lead'] },
}

export const plainRights = {
  users: {
    read: { all: roles },
    create: administrators,
    update: { all: administrators, own: everyoneElse },
    delete: { all: administrators },
  },
  departments: {
    read: { all: roles },
    create: administrators,
    update: { all: administrators },
    delete: { all: administrators },
  },
  media: { read: 'everybody', create: editors, update: { all: editors }, delete: { all: editors } },
  'search-synonyms': {
    read: { all: contentStaff },
    create: editors,
    update: { all: editors },
    delete: { all: editors },
    readVersions: contentStaff,
  },
  'unanswered-searches': {
    read: { all: contentStaff },
    create: nobody,
    update: { all: nobody },
    delete: { all: editors },
  },
  'working-calendars': ofTheCalendar,
  closures: ofTheCalendar,
  'saved-replies': {
    read: { all: [...caseWorkers, 'auditor'] },
    create: caseWorkers,
    update: { all: caseWorkers },
    delete: { all: caseWorkers },
  },
  inquiries: ofCases,
  'inquiry-events': ofTheSystem,
  'link-requests': ofTheSystem,
  attachments: ofTheSystem,
  'appointment-times': ofTheTimes,
  // Staff read them in the day's list, which leaves out the person of a restricted case.
  appointments: ofTheSystem,
  'survey-responses': ofTheSystem,
  'survey-invitations': ofTheSystem,
  'survey-disclosures': { ...ofTheSystem, read: { all: ['administrator', 'auditor'] } },
  'staff-credentials': ofTheSystem,
  'staff-sessions': ofTheSystem,
  'staff-mails': ofTheSystem,
  'staff-notices': ofTheSystem,
  'staff-notice-mails': ofTheSystem,
  'security-events': { ...ofTheSystem, read: { all: ['administrator', 'auditor'] } },
  'system-records': ofTheSystem,
  // Payload's own. A lock is made by the panel itself; a person takes it over, or lets go of their own.
  'payload-locked-documents': {
    read: { all: roles },
    create: nobody,
    update: { all: roles },
    delete: { all: nobody, own: roles },
  },
  'payload-preferences': {
    read: { all: nobody, own: roles },
    create: roles,
    update: { all: nobody, own: roles },
    delete: { all: nobody, own: roles },
  },
  'payload-migrations': ofTheSystem,
  'payload-kv': ofTheSystem,
} satisfies Record<Exclude<CollectionSlug, DocumentSlug>, PlainRights>

export const globalRights = {
  association: {
    read: 'everybody',
    readVersions: contentStaff,
    update: editors,
    // It erases what people wrote, for good.
    // And whom the staff's work is escalated to.
    fields: { retentionMonths: administrators, escalation: administrators },
  },
  navigation: { read: 'everybody', readVersions: contentStaff, update: editors },
  'sign-in': { read: ['administrator', 'auditor'], readVersions: nobody, update: administrators },
} satisfies Record<GlobalSlug, GlobalRights>

export const isDocumentSlug = (slug: string): slug is DocumentSlug => Object.hasOwn(documentRights, slug)
