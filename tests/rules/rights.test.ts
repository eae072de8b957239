import { describe, expect, it } from 'vitest'
import { type Role, roleLabels, roles } from '@/platform/access'
import {
  type DocumentRights,
  documentRights,
  type GlobalRights,
  globalRights,
  type PlainRights,
  plainRights,
  type Whose,
} from '@/platform/rights'

const names = (who: readonly Role[]): string => {
  if (who.length === roles.length) return 'all staff'
  return who.length === 0 ? 'nobody' : who.map((role) => roleLabels[role].en.toLowerCase()).join(', ')
}

const whose = ({ all, own }: Whose): string => {
  if (!own) return names(all)
  return all.length === 0 ? `own: ${names(own)}` : `${names(all)}; own: ${names(own)}`
}

const table = (head: readonly string[], rows: readonly (readonly string[])[]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const documents = () =>
  Object.entries<DocumentRights>(documentRights).flatMap(([slug, { create, published, readDrafts, unpublished }]) => [
    [
      `\`${slug}\``,
      'not on the site',
      names(readDrafts),
      `${names(unpublished.save)}; making one: ${names(create)}`,
      names(unpublished.publish),
      '',
      names(unpublished.delete),
    ],
    [
      `\`${slug}\``,
      'on the site',
      'everybody',
      names(published.saveDraft),
      names(published.publish),
      names(published.unpublish),
      names(published.delete),
    ],
  ])

const plain = () =>
  Object.entries<PlainRights>(plainRights).map(([slug, { create, delete: remove, read, update }]) => [
    `\`${slug}\``,
    read === 'everybody' ? 'everybody' : whose(read),
    names(create),
    whose(update),
    whose(remove),
  ])

const globals = () =>
  Object.entries<GlobalRights>(globalRights).map(([slug, { fields, read, readVersions, update }]) => [
    `\`${slug}\``,
    read === 'everybody' ? 'everybody' : names(read),
    names(readVersions),
    [names(update), ...Object.entries(fields ?? {}).map(([field, who]) => `\`${field}\`: ${names(who)}`)].join('; '),
  ])

const text = () => `# Who may do what

Written from \`src/platform/rights.ts\`, which the code holds at every save: \`npm test -- unit rights -u\` writes it again. Rights are decided by what is stored and what it becomes, never by what a request happens to say.

## Documents with drafts

A draft beside what is on the site changes nothing for visitors. Restoring an earlier version as a draft is saving one; restoring it as published is publishing.

${table(['', 'stored', 'reads it', 'saves a draft', 'publishes, or changes what visitors see', 'takes it off the site', 'deletes it'], documents())}

- An edition on the site is approved by the board: nobody changes it. An amendment is a new edition.
- Nobody can change the questions of a survey with answers, or delete it.
- The address of a page, a service or a policy stays once it was published, also when an earlier version is restored.
- A save over REST that names no status, of a document whose newest draft isn't published, is refused until it says which of the two it means.
- A document is published in both its languages, not in one alone.

## Documents without drafts

${table(['', 'reads', 'makes', 'changes', 'deletes'], plain())}

- \`own\`: the person’s own account, lock or preferences; for a department lead, the department’s cases and those assigned to them.
- Cases, answers to surveys and what belongs to them are written by use cases alone, and answer nobody over REST.

## Globals

${table(['', 'reads', 'reads versions', 'changes'], globals())}

- A shorter \`retentionMonths\` erases for good, at once: it is saved only together with \`retentionConfirmed\`, the number of records that it erases now (\`GET /api/globals/association/erased-now?months=6\`, administrators). Restoring an earlier version leaves the period as it is.
`

describe('docs/RIGHTS.md', () => {
  it('says what the table of rights says', async () => {
    await expect(text()).toMatchFileSnapshot('../../docs/RIGHTS.md')
  })
})
