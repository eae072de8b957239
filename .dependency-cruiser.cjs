/**
 * The direction in which folders import each other (docs/ARCHITECTURE.md), as errors.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const feature = '^src/features/([^/]+)/'
/** Plain functions that every reader of typed text shares. */
const typedText = '^src/platform/typed-text\\.ts$'
/** Lists and names that every feature knows. */
const vocabulary = '^src/shared/vocabulary/'

const nothingBut = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: { pathNot: allowed },
})

const never = (name, from, to, comment, exceptions = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$', ...exceptions.from },
  to: { path: to, ...exceptions.to },
})

module.exports = {
  forbidden: [
    nothingBut(
      'domain-is-pure',
      `${feature}domain/`,
      ['^src/features/$1/domain/', typedText, vocabulary],
      'A domain imports only itself, the vocabulary and the reading of typed text.',
    ),
    nothingBut(
      'schema-is-plain',
      `${feature}schema\\.ts$`,
      ['^src/features/$1/domain/', '(^|/)node_modules/zod/', typedText, vocabulary],
      'A schema imports zod, its own domain, the vocabulary and the reading of typed text.',
    ),
    {
      name: 'features-are-anonymous clients',
      comment: 'What two features need is composed in app, or lives in a shared folder.',
      severity: 'error',
      from: { path: feature },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    never(
      'cms-knows-no-page',
      `${feature}cms/`,
      '(^|/)node_modules/(next|react|react-dom|next-intl)/|^src/features/[^/]+/(server|ui)/|^src/ui/|^src/app/',
      'Collections run in scripts and tests too.',
    ),
    never(
      'server-knows-no-view',
      `${feature}server/`,
      '^src/features/[^/]+/(ui|cms)/|^src/ui/|^src/app/',
      'Use cases and queries are called by views, not the reverse.',
    ),
    never(
      'ui-knows-no-cms',
      `(${feature}ui/|^src/ui/)`,
      '(^|/)node_modules/(payload|@payloadcms)/|^src/features/[^/]+/cms/|^payload\\.config\\.ts$',
      'Views get plain values; types are allowed.',
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'shared-folders-import-no-feature',
      '^src/(platform|ui|i18n|delivery|panel)/',
      '^src/(features|app|seed)/',
      'Shared folders are used by features, not the reverse.',
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'shared-knows-no-feature',
      '^src/(shared|platform)/',
      '^src/(features|app|seed|bin)/',
      'The layers are platform < shared < features < app.',
    ),
    never(
      'platform-knows-nothing-shared',
      '^src/platform/',
      '^src/shared/',
      'The platform is technical: what the association means is in shared or in a feature.',
    ),
    never(
      'design-has-no-data',
      '^src/ui/',
      '^src/(platform/(database|cms|env)|delivery)',
      'The design system has no data.',
    ),
    never('nobody-imports-pages', '^src/(?!app/)', '^src/app/', 'Pages are leaves.'),
    never(
      'no-test-code-in-source',
      '^(src|payload\\.config)',
      '^tests/|\\.test\\.tsx?$',
      'Tests use the source, not the reverse.',
    ),
    never(
      'public-pages-know-no-panel',
      '^src/app/\\(site\\)|/ui/',
      '/panel/',
      'Panel code runs in staff browsers only.',
    ),
    {
      name: 'no-cycles',
      severity: 'error',
      from: { pathNot: 'node_modules' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'only-what-is-declared',
      severity: 'error',
      from: { path: '^(src|payload\\.config|next\\.config)' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'no-development-packages-at-run-time',
      severity: 'error',
      from: { path: '^(src|payload\\.config)', pathNot: '\\.test\\.tsx?$' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    { name: 'no-missing', severity: 'error', from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(\\.next|dist|\\.cache|data)|\\.css$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.cjs', '.json'],
    },
  },
}
