/**
 * The direction in which folders import each other (docs/ARCHITECTURE.md), as errors.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const { layers } = require('./scripts/steps/layers.cjs')

const feature = '^src/features/([^/]+)/'

const never = (name, from, to, comment, exceptions = {}) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$', ...exceptions.from },
  to: { path: to, ...exceptions.to },
})

/** What a folder imports of ours is in its list. */
const onlyItsLayers = layers.map(({ folder, from, imports, types = [], says }) => ({
  name: `layers: ${folder}`,
  comment: `It may import ${says}.`,
  severity: 'error',
  from: { path: from, pathNot: '\\.test\\.tsx?$' },
  to: {
    path: '^(src|messages|tests|scripts)/|^payload\\.config\\.ts$',
    pathNot: ['^src/payload-types\\.ts$', from.includes('(') ? [] : from, ...imports, ...types].flat(),
  },
}))

/** Of these only types: they are gone when the program runs. */
const typesAlone = layers
  .filter(({ types }) => types)
  .map(({ folder, from, types }) => ({
    name: `types alone: ${folder}`,
    severity: 'error',
    from: { path: from, pathNot: '\\.test\\.tsx?$' },
    to: { path: types, dependencyTypesNot: ['type-only'] },
  }))

module.exports = {
  forbidden: [
    ...onlyItsLayers,
    ...typesAlone,
    {
      name: 'features-import-no-feature',
      comment: 'What two features need is composed in app, or lives in shared.',
      severity: 'error',
      from: { path: feature },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    never(
      'cms-knows-no-page',
      `${feature}cms/`,
      '(^|/)node_modules/(next|react|react-dom|next-intl)/',
      'Collections run in scripts and tests too.',
    ),
    never(
      'ui-knows-no-cms',
      `(${feature}ui/|^src/shared/[^/]+/ui/|^src/ui/)`,
      '(^|/)node_modules/(payload|@payloadcms)/(?!richtext-lexical/dist/exports/react/)',
      'Views get plain values; types are allowed, and what shows rich text.',
      { to: { dependencyTypesNot: ['type-only'] } },
    ),
    never(
      'domain-and-schema-are-plain',
      `(${feature}(domain/|schema\\.ts$)|^src/shared/[^/]+/domain/)`,
      '(^|/)node_modules/(?!zod/)',
      'They run anywhere: of packages only zod.',
    ),
    never(
      'casework-is-made-of-the-rest-of-shared',
      '^src/shared/(audit|calendar|files|forms|intake|messages|vocabulary)/',
      '^src/shared/casework/',
      'Forms, files and the like serve what is no case too.',
    ),
    never(
      'sharp-through-platform',
      '^(src|payload\\.config)',
      '(^|/)node_modules/sharp/',
      'Its ES module does not load on Node 20.9: src/platform/sharp.ts takes the one for CommonJS.',
      { to: { dependencyTypesNot: ['type-only'] } },
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
