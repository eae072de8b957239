/**
 * Every setting, once: `npm start -- --help`, README.md and .env.example show this table, and
 * `tests/rules/settings.test.ts` holds them and src/platform/env.ts together.
 */

/** @typedef {{ name: string, normally: string, meaning: string, isSecret?: true }} Setting */

/** @type {readonly Setting[]} */
export const settings = [
  { name: 'PORT', normally: '3000', meaning: 'Port to serve on.' },
  {
    name: 'HOST',
    normally: '127.0.0.1',
    meaning: 'Address to serve on. `0.0.0.0` serves other machines too; put TLS in front.',
  },
  {
    name: 'SITE_URL',
    normally: 'http://HOST:PORT',
    meaning: 'Address that visitors use, for links in mail and pages.',
  },
  {
    name: 'DATA_DIR',
    normally: 'data',
    meaning:
      'Folder of everything the running system writes: database, uploads, finished pages, outbox, first sign-in.',
  },
  {
    name: 'DATABASE_URL',
    normally: 'SQLite in DATA_DIR',
    meaning: '`mongodb://…` (a replica set) or `file:…`.',
  },
  {
    name: 'FIRST_ADMIN_EMAIL',
    normally: 'admin@association.example',
    meaning: 'Address of the first administrator, who is made when there is no staff yet.',
  },
  {
    name: 'FIRST_ADMIN_PASSWORD',
    normally: 'random, in DATA_DIR/first-sign-in.txt',
    meaning: 'Password of the first administrator.',
  },
  {
    name: 'SMTP_URL',
    normally: 'none: mail is written to DATA_DIR/outbox',
    meaning: 'Mail server, for example `smtps://user:password@mail.example.org`.',
  },
  { name: 'MAIL_FROM', normally: 'none', meaning: 'Sender of mail. Needed with SMTP_URL.' },
  {
    name: 'SMS_PROVIDER',
    normally: 'none: no text messages',
    meaning:
      '`unifonic` or `taqnyat` tells people who left a mobile and no e-mail by text message; `outbox` writes the messages to DATA_DIR/outbox.',
  },
  { name: 'SMS_SENDER', normally: 'none', meaning: 'Sender name registered with the SMS provider.' },
  { name: 'SMS_TOKEN', normally: 'none', meaning: 'AppSid of Unifonic or bearer token of Taqnyat.' },
  { name: 'SMS_URL', normally: 'the provider’s', meaning: 'Another address of the SMS provider, for tests.' },
  {
    name: 'TRUSTED_PROXIES',
    normally: '0',
    meaning: 'Reverse proxies in front; the client address is read that far back.',
  },
  { name: 'NEXT_DIST_DIR', normally: '.next', meaning: 'Folder of the build, under the folder of the source.' },
  { name: 'LOG_LEVEL', normally: 'info', meaning: '`silent`, `fatal`, `error`, `warn`, `info`, `debug` or `trace`.' },
  {
    name: 'RATE_LIMITS',
    normally: 'on',
    meaning: '`off` switches the limits off for tests; refused unless HOST is a loopback address.',
  },
  { name: 'LIMIT_SUBMISSIONS_PER_ADDRESS', normally: '30', meaning: 'Inquiries an hour from one address.' },
  {
    name: 'LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF',
    normally: '8',
    meaning: 'The same for browsers without script, which send no proof of work.',
  },
  {
    name: 'LIMIT_UPLOAD_MEGABYTES_PER_ADDRESS',
    normally: '100',
    meaning: 'Megabytes of files an hour with forms of the site, from one address.',
  },
  { name: 'LIMIT_UPLOAD_MEGABYTES', normally: '2000', meaning: 'The same, from all addresses together.' },
  { name: 'LIMIT_SUBMISSIONS_PER_CONTACT', normally: '10', meaning: 'Inquiries a day naming one telephone or e-mail.' },
  { name: 'LIMIT_TRACKING_PER_ADDRESS', normally: '20', meaning: 'Wrong tracking codes an hour from one address.' },
  {
    name: 'LIMIT_TRACKING_PER_REFERENCE',
    normally: '10',
    meaning: 'Wrong tracking codes an hour for one reference, from one address.',
  },
  {
    name: 'LIMIT_TRACKING_PER_REFERENCE_A_DAY',
    normally: '100',
    meaning:
      'The same a day, from all addresses together. Then the reference opens by its link only, until the next day.',
  },
  {
    name: 'LIMIT_LINKS_PER_ADDRESS',
    normally: '20',
    meaning: 'Requests an hour for a new link, by people who lost their code, from one address.',
  },
  { name: 'LIMIT_LINKS_PER_CONTACT', normally: '5', meaning: 'The same a day, for one telephone or e-mail.' },
  {
    name: 'LIMIT_API_PER_ADDRESS',
    normally: '300',
    meaning: 'Requests a minute to the public API from one address, in each process. Staff are not counted.',
  },
  { name: 'MINIMUM_FORM_SECONDS', normally: '3', meaning: 'A form sent sooner after it was shown is a machine.' },
  { name: 'SWEEP_SECONDS', normally: '10', meaning: 'Seconds between two rounds of the jobs (mail, orphans).' },
  {
    name: 'METRICS_PORT',
    normally: 'none: no metrics',
    meaning: 'Port for Prometheus metrics, on HOST. Keep it inside your network.',
  },
  {
    name: 'PAYLOAD_SECRET',
    normally: 'made at the first start',
    meaning: 'Signs staff sessions. At least 32 characters.',
    isSecret: true,
  },
  {
    name: 'DATA_KEYS',
    normally: 'made at the first start',
    meaning:
      'Encrypt personal fields: `id:base64` of 32 bytes, comma-separated; the first encrypts, all decrypt. Losing them loses those fields.',
    isSecret: true,
  },
  {
    name: 'INDEX_KEY',
    normally: 'made at the first start',
    meaning: 'Finds a person by telephone or e-mail and checks tracking codes. Base64 of 32 bytes; never changed.',
    isSecret: true,
  },
  {
    name: 'NEXT_SERVER_ACTIONS_ENCRYPTION_KEY',
    normally: 'made at the first start',
    meaning: 'Keeps open forms valid across builds. Base64 of 32 bytes.',
    isSecret: true,
  },
]

/** The table as `--help` shows it. */
export function settingsAsText() {
  const width = Math.max(...settings.map(({ name }) => name.length))
  const lines = settings.map(
    ({ name, normally, meaning }) => `  ${name.padEnd(width)}  ${meaning}\n  ${' '.repeat(width)}  [${normally}]`,
  )
  return lines.join('\n').replaceAll('`', '')
}

/** The table as README.md shows it. */
export function settingsAsMarkdown() {
  const rows = settings.map(({ name, normally, meaning }) => `| \`${name}\` | ${normally} | ${meaning} |`)
  return ['| setting | normally | meaning |', '|---|---|---|', ...rows].join('\n')
}

/** What .env.example holds. */
export function settingsAsExample() {
  const lines = settings.map(
    ({ name, normally, meaning }) => `# ${meaning.replaceAll('`', '')} [${normally}]\n#${name}=\n`,
  )
  return `# Settings. \`npm start\` writes .env with generated secrets when there is none.\n\n${lines.join('\n')}`
}
