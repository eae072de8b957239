/**
 * Which folder may import which: `platform < shared < features < app`. dependency-cruiser holds it
 * (.dependency-cruiser.cjs), and the table in docs/ARCHITECTURE.md is written from it
 * (scripts/generate.mjs). Everybody may import packages and the generated types of the collections.
 */

const feature = '^src/features/([^/]+)/'
/** Folders of the same feature. */
const own = (...folders) => folders.map((folder) => `^src/features/$1/${folder}`)
/** Plain functions that every reader of typed text shares. */
const typedText = '^src/platform/typed-text\\.ts$'
const vocabulary = '^src/shared/vocabulary/'
/** Plain functions and option lists of what features share. */
const sharedDomain = '^src/shared/[^/]+/(domain/|schema\\.ts$)'

const platform = '^src/platform/'
const payload = '^src/payload/'
const shared = '^src/shared/'
/** Shared but for what is drawn on pages or in the panel. */
const sharedLogic = '^src/shared/(?![^/]+/(ui|panel)/)'
const i18n = '^src/i18n/'
const ui = '^src/ui/'
const panel = '^src/panel/'
const features = '^src/features/'

/**
 * @typedef {object} Layer
 * @property {string} folder as people write it
 * @property {string} from pattern of its files
 * @property {string} holds
 * @property {string[]} imports patterns, besides itself
 * @property {string[]} [types] patterns of what it may name in types alone
 * @property {string} says the same in words
 */

/** @type {Layer[]} */
const layers = [
  {
    folder: 'src/platform/',
    from: platform,
    holds:
      'technical, no business: settings, database, access, crypto, mail transport, days, Arabic, search engine, limits, jobs, logger',
    imports: [],
    says: 'itself',
  },
  {
    folder: 'src/i18n/',
    from: i18n,
    holds: 'languages, routing, messages',
    imports: ['^messages/'],
    says: '`messages/`',
  },
  {
    folder: 'src/payload/',
    from: payload,
    holds: 'Payload as the association needs it: plugins, field builders, translations, REST, `getCms()`',
    imports: [platform, '^payload\\.config\\.ts$'],
    says: 'platform',
  },
  {
    folder: 'src/shared/',
    from: sharedLogic,
    holds:
      'what several features are made of and none owns: vocabulary, casework, form definitions, private files, working time, taking forms in, messages, the directory, the log of accounts',
    imports: [sharedLogic, platform, payload, i18n],
    says: 'platform, payload, i18n',
  },
  {
    folder: 'src/shared/<name>/domain/ and schema.ts',
    from: sharedDomain,
    holds: 'plain functions and limits: what any case, form definition or private file is',
    imports: [sharedDomain, vocabulary, typedText],
    says: 'themselves, shared/vocabulary, platform/typed-text',
  },
  {
    folder: 'src/shared/<name>/ui/',
    from: '^src/shared/[^/]+/ui/',
    holds: 'components of the public site that several features have',
    imports: [ui, i18n, '^src/shared/(?![^/]+/(cms|server|panel)/)', platform],
    types: ['^src/shared/[^/]+/server/'],
    says: 'domains of shared, ui, i18n, platform',
  },
  {
    folder: 'src/shared/<name>/panel/',
    from: '^src/shared/[^/]+/panel/',
    holds: 'views of the panel that several features have',
    imports: [panel, ui, shared, payload, platform, i18n],
    says: 'panel, ui, shared, payload, platform, i18n',
  },
  {
    folder: 'src/delivery/',
    from: '^src/delivery/',
    holds: 'the public site as finished bytes: rendering once, post-processing, the page cache, serving',
    imports: [platform, i18n, '^src/shared/intake/'],
    says: 'platform, i18n, shared/intake',
  },
  {
    folder: 'src/ui/',
    from: ui,
    holds: 'the design system of the site, no data',
    imports: [i18n, '^src/platform/(calendar|telephone-href|typed-text|arabic)\\.ts$'],
    says: 'i18n, plain functions of platform',
  },
  {
    folder: 'src/panel/',
    from: panel,
    holds: "what the panel's views share: frames, buttons, accessible names, drafts of what is not saved",
    imports: [platform, payload, i18n],
    says: 'platform, payload, i18n',
  },
  {
    folder: 'src/features/<name>/domain/',
    from: `${feature}domain/`,
    holds: 'plain functions, tests beside them; no framework, clock or I/O',
    imports: [...own('domain/'), vocabulary, sharedDomain, typedText],
    says: 'itself, domain and schema of shared, shared/vocabulary, platform/typed-text',
  },
  {
    folder: 'src/features/<name>/schema.ts',
    from: `${feature}schema\\.ts$`,
    holds: 'zod, limits, option lists',
    imports: [...own('domain/'), vocabulary, sharedDomain, typedText],
    says: 'its domain, domain and schema of shared, shared/vocabulary, platform/typed-text',
  },
  {
    folder: 'src/features/<name>/cms/',
    from: `${feature}cms/`,
    holds: 'collections, access, hooks',
    imports: [...own('(domain/|schema\\.ts|cms/)'), platform, payload, sharedLogic, i18n],
    says: 'its domain and schema, shared, payload, platform, i18n',
  },
  {
    folder: 'src/features/<name>/server/',
    from: `${feature}server/`,
    holds: 'queries, use cases, jobs',
    imports: [...own('(domain/|schema\\.ts|server/)'), platform, payload, sharedLogic, i18n],
    says: 'its domain and schema, shared, payload, platform, i18n',
  },
  {
    folder: 'src/features/<name>/ui/',
    from: `${feature}ui/`,
    holds: 'components of the public site',
    imports: [...own('(domain/|schema\\.ts|ui/)'), ui, i18n, shared, platform],
    types: [...own('server/')],
    says: 'its domain and schema, ui, shared, i18n, platform',
  },
  {
    folder: 'src/features/<name>/panel/',
    from: `${feature}panel/`,
    holds: "views of the panel (React, may run in staff's browsers)",
    imports: [...own(''), panel, ui, shared, payload, platform, i18n],
    says: 'its own folders, panel, ui, shared, payload, platform, i18n',
  },
  {
    folder: 'src/seed/',
    from: '^src/seed/',
    holds: "the association's real content, idempotent, offline; examples, by the use cases",
    imports: [
      '^src/features/[^/]+/(domain|cms|server)/',
      '^src/features/[^/]+/schema\\.ts$',
      shared,
      payload,
      platform,
      i18n,
    ],
    says: 'features but for ui and panel, shared, payload, platform',
  },
  {
    folder: 'src/app/',
    from: '^src/app/',
    holds: 'routes: params → query → ui; where features are composed',
    imports: [features, shared, payload, platform, panel, ui, i18n, '^src/delivery/', '^payload\\.config\\.ts$'],
    says: 'everything but seed and bin',
  },
  {
    folder: 'src/bin/',
    from: '^src/bin/',
    holds: 'programs: server, prepare, export, backup, restore, repair, examples',
    imports: [
      '^src/features/[^/]+/(domain|cms|server)/',
      '^src/features/[^/]+/schema\\.ts$',
      '^src/(seed|delivery|migrations)/',
      shared,
      payload,
      platform,
      i18n,
      '^payload\\.config\\.ts$',
    ],
    says: 'delivery, seed, features but for ui and panel, shared, payload, platform',
  },
]

module.exports = { layers }
