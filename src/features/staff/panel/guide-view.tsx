import type { AdminViewServerProps } from 'payload'
import { translator } from '@/i18n/translator'
import { PageFrame } from '@/panel/page-frame'
import { panelLocale } from '@/panel/panel-locale'
import { signedIn } from '@/panel/signed-in'
import { pictureSizes, readGuide } from '../server/guide'
import { GuideMarkdown } from './guide-markdown'

/** How to work in the panel, in the panel's language: `docs/EDITORS.*.md`, for staff who are signed in. */
export async function GuideView(view: AdminViewServerProps) {
  signedIn(view, '/admin/guide')
  const language = panelLocale(view.initPageResult.req.i18n)
  const guide = await readGuide(language)
  const sizes = await pictureSizes(guide)
  return (
    <PageFrame view={view} className="guide">
      <GuideMarkdown markdown={guide.opening} sizes={sizes} />
      <nav aria-label={translator('staff.guide', language)('contents')}>
        <ol>
          {guide.chapters.map(({ id, title }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a>
            </li>
          ))}
        </ol>
      </nav>
      {guide.chapters.map(({ id, markdown }) => (
        <GuideMarkdown key={id} id={id} markdown={markdown} sizes={sizes} />
      ))}
    </PageFrame>
  )
}
