import { Gutter, SetDocumentStepNav } from '@payloadcms/ui'
import type {
  CollectionSlug,
  DocumentViewServerProps,
  GlobalSlug,
  PaginatedDocs,
  TypeWithVersion,
  Where,
} from 'payload'
import { translator } from '@/i18n/translator'
import { formatDate, formatTime } from '@/platform/calendar'
import { panelLocale } from './panel-locale'
import { PickVersion } from './pick-version'
import './versions-view.css'

const PAGE = 20
/** A drawer has no address and therefore no pages. */
const IN_DRAWER = 100

interface Saved {
  _status?: 'draft' | 'published' | null
  updatedBy?: { name?: string | null } | string | null
}
type Version = TypeWithVersion<Saved>

/** The versions of a document, newest first, with time, status and author instead of Payload's ids. */
export async function VersionsView({
  initPageResult: { collectionConfig, docID, globalConfig, req },
  searchParams,
  versions: { disableGutter = false, useVersionDrawerCreatedAtCell: isInDrawer = false } = {},
}: DocumentViewServerProps) {
  const { i18n, payload, user } = req
  const locale = panelLocale(i18n)
  const t = translator('panel.versions', locale)
  const config = collectionConfig ?? globalConfig
  if (!config) return null
  // Payload stores an additional snapshot when one language is published; it is not shown.
  const own: Where[] = config.versions?.drafts ? [{ snapshot: { not_equals: true } }] : []
  const read = (where: Where[], limit: number, page = 1): Promise<PaginatedDocs<Version>> => {
    const asked = {
      where: { and: [...own, ...where] },
      sort: '-updatedAt',
      limit,
      page,
      depth: 1,
      populate: { users: { name: true } },
      select: { updatedAt: true, version: { _status: true, updatedBy: true } } as const,
      overrideAccess: false,
      req,
      user,
    }
    const found = collectionConfig
      ? payload.findVersions({
          ...asked,
          collection: collectionConfig.slug as CollectionSlug,
          where: { and: [...asked.where.and, { parent: { equals: docID } }] },
        })
      : payload.findGlobalVersions({ ...asked, slug: config.slug as GlobalSlug })
    return found as unknown as Promise<PaginatedDocs<Version>>
  }
  const hasAuthor = config.flattenedFields.some(({ name }) => name === 'updatedBy')
  const asked = Number(searchParams?.page)
  const page = Number.isSafeInteger(asked) && asked > 0 ? asked : 1
  const [list, published] = await Promise.all([
    isInDrawer ? read([], IN_DRAWER) : read([], PAGE, page),
    config.versions?.drafts ? read([{ 'version._status': { equals: 'published' } }], 1) : null,
  ])
  const current = published?.docs[0]
  const path = collectionConfig ? `/admin/collections/${config.slug}/${docID}` : `/admin/globals/${config.slug}`

  const statusOf = ({ id, version }: Version, isNewest: boolean): string => {
    if (version._status === 'draft') return i18n.t(isNewest ? 'version:currentDraft' : 'version:draft')
    return i18n.t(id === current?.id ? 'version:currentlyPublished' : 'version:previouslyPublished')
  }

  const content =
    list.docs.length === 0 ? (
      <p>{i18n.t('version:noFurtherVersionsFound')}</p>
    ) : (
      <>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('saved')}</th>
              {config.versions?.drafts ? <th scope="col">{t('status')}</th> : null}
              {hasAuthor ? <th scope="col">{t('author')}</th> : null}
            </tr>
          </thead>
          <tbody>
            {list.docs.map((saved, place) => {
              const { updatedBy } = saved.version
              const name = typeof updatedBy === 'object' ? updatedBy?.name : null
              return (
                <tr key={saved.id}>
                  <th scope="row">
                    {isInDrawer ? (
                      <PickVersion id={saved.id}>
                        <Moment at={new Date(saved.updatedAt)} locale={locale} />
                      </PickVersion>
                    ) : (
                      <a href={`${path}/versions/${saved.id}`}>
                        <Moment at={new Date(saved.updatedAt)} locale={locale} />
                      </a>
                    )}
                  </th>
                  {config.versions?.drafts ? <td>{statusOf(saved, page === 1 && place === 0)}</td> : null}
                  {hasAuthor ? <td>{name ? <bdi>{name}</bdi> : t('system')}</td> : null}
                </tr>
              )
            })}
          </tbody>
        </table>
        {isInDrawer || list.totalPages < 2 ? null : (
          <nav aria-label={t('pages')}>
            {list.hasPrevPage ? <a href={`${path}/versions?page=${page - 1}`}>{t('newer')}</a> : null}
            {list.hasNextPage ? <a href={`${path}/versions?page=${page + 1}`}>{t('older')}</a> : null}
          </nav>
        )}
      </>
    )

  const plural = collectionConfig?.labels.plural ?? globalConfig?.label
  return (
    <>
      <SetDocumentStepNav
        collectionSlug={collectionConfig?.slug}
        globalSlug={globalConfig?.slug}
        id={docID}
        pluralLabel={typeof plural === 'function' ? plural({ i18n, t: i18n.t }) : plural}
        useAsTitle={collectionConfig?.admin.useAsTitle}
        view={i18n.t('version:versions')}
      />
      <main className="versions-list">{disableGutter ? content : <Gutter>{content}</Gutter>}</main>
    </>
  )
}

function Moment({ at, locale }: { at: Date; locale: 'ar' | 'en' }) {
  const { gregorian } = formatDate(at, locale)
  const { clock, period } = formatTime(at, locale)
  return (
    <time dateTime={at.toISOString()}>
      <bdi dir="ltr">{gregorian.day}</bdi>
      {`\u00a0${gregorian.month} `}
      <bdi dir="ltr">{gregorian.year}</bdi>
      {locale === 'ar' ? '، ' : ', '}
      <bdi dir="ltr">{clock}</bdi>
      {`\u00a0${period}`}
    </time>
  )
}
