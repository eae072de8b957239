import type { LivingSite } from './living-site'

export interface Screen {
  name: string
  path: string
  isSignedOut?: boolean
}

const lists = [
  'users',
  'departments',
  'pages',
  'media',
  'policies',
  'editions',
  'services',
  'inquiries',
  'inquiry-events',
  'attachments',
  'surveys',
  'survey-responses',
  'survey-invitations',
  'survey-disclosures',
  'security-events',
]

/** Every kind of screen that the panel has, the administrator's. */
export function panelScreens({ ids }: LivingSite): Screen[] {
  const documents: Array<[string, string]> = [
    ['users', ids.user],
    ['departments', ids.department],
    ['pages', ids.page],
    ['media', ids.media],
    ['policies', ids.policy],
    ['editions', ids.edition],
    ['services', ids.service],
    ['surveys', ids.survey],
  ]
  return [
    { name: 'login', path: '/admin/login', isSignedOut: true },
    { name: 'forgot', path: '/admin/forgot', isSignedOut: true },
    { name: 'reset', path: '/admin/password/no-such-token', isSignedOut: true },
    { name: 'account', path: '/admin/account' },
    { name: 'security', path: '/admin/security' },
    { name: 'dashboard', path: '/admin' },
    { name: 'inbox', path: '/admin/inbox?view=all' },
    { name: 'inbox-new', path: '/admin/inbox/new' },
    { name: 'case', path: `/admin/inbox/${ids.caseId}` },
    { name: 'guide', path: '/admin/guide' },
    { name: 'not-found', path: '/admin/collections/pages/no-such-page' },
    ...lists.map((slug) => ({ name: `${slug}-list`, path: `/admin/collections/${slug}` })),
    ...documents.flatMap(([slug, id]) => [
      { name: `${slug}-edit`, path: `/admin/collections/${slug}/${id}` },
      { name: `${slug}-create`, path: `/admin/collections/${slug}/create` },
    ]),
    ...['pages', 'policies', 'editions', 'services', 'surveys'].map((slug) => ({
      name: `${slug}-versions`,
      path: `/admin/collections/${slug}/${documents.find(([named]) => named === slug)?.[1]}/versions`,
    })),
    { name: 'survey-results', path: `/admin/collections/surveys/${ids.survey}/results` },
    { name: 'sign-in', path: '/admin/globals/sign-in' },
    ...['association', 'navigation'].flatMap((slug) => [
      { name: slug, path: `/admin/globals/${slug}` },
      { name: `${slug}-versions`, path: `/admin/globals/${slug}/versions` },
    ]),
  ]
}
