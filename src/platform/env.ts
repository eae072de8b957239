import path from 'node:path'
import { z } from 'zod'

/** Thrown for invalid settings. `message` is one sentence that says what to do. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

const port = z.coerce.number().int().min(1).max(65_535)
const positive = (fallback: number) => z.coerce.number().int().positive().default(fallback)
const secret = z.string().min(32, 'must be at least 32 characters')

const schema = z.object({
  NODE_ENV: z.enum(['development', 'production', 'test']).default('development'),
  PORT: port.default(3000),
  HOST: z.string().default('127.0.0.1'),
  /** The folder of everything that the running system writes. */
  DATA_DIR: z.string().default('data'),
  /** The folder of the build, relative to the working directory. */
  NEXT_DIST_DIR: z.string().default('.next'),
  /** `mongodb…` or `file:…`; empty means the SQLite database in DATA_DIR. */
  DATABASE_URL: z.string().default(''),
  /** The address visitors use, without a slash at the end. Empty means http://HOST:PORT. */
  SITE_URL: z.string().default(''),
  PAYLOAD_SECRET: secret,
  /** `id:base64` of 32 bytes, comma-separated; the first encrypts, all decrypt. */
  DATA_KEYS: z.string().min(1),
  /** Base64 of 32 bytes: blind indexes, tracking codes and sealed links are derived from it. */
  INDEX_KEY: z.string().min(40),
  SMTP_URL: z.string().default(''),
  MAIL_FROM: z.string().default(''),
  /** Who sends text messages to people who left a mobile and no e-mail; `outbox` writes them to DATA_DIR/outbox. */
  SMS_PROVIDER: z.enum(['none', 'outbox', 'unifonic', 'taqnyat']).default('none'),
  /** The registered sender name. */
  SMS_SENDER: z.string().default(''),
  /** Unifonic's AppSid or Taqnyat's bearer token. */
  SMS_TOKEN: z.string().default(''),
  /** Another address of the provider, without a slash at the end; for tests. */
  SMS_URL: z.string().default(''),
  LOG_LEVEL: z.enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace']).default('info'),
  /** The number of reverse proxies in front, by which the client address is read. */
  TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  RATE_LIMITS: z.enum(['on', 'off']).default('on'),
  /** Submissions an hour from one address, with and without proof of work. */
  LIMIT_SUBMISSIONS_PER_ADDRESS: positive(30),
  LIMIT_SUBMISSIONS_PER_ADDRESS_WITHOUT_PROOF: positive(8),
  /** Megabytes of files an hour with forms of the site: from one address, and in all. */
  LIMIT_UPLOAD_MEGABYTES_PER_ADDRESS: positive(100),
  LIMIT_UPLOAD_MEGABYTES: positive(2000),
  /** Submissions a day naming one telephone or e-mail. */
  LIMIT_SUBMISSIONS_PER_CONTACT: positive(10),
  /** Wrong tracking codes an hour from one address: for all references and for each. */
  LIMIT_TRACKING_PER_ADDRESS: positive(20),
  LIMIT_TRACKING_PER_REFERENCE: positive(10),
  /** Wrong tracking codes a day for one reference, from all addresses; then it opens by its link only. */
  LIMIT_TRACKING_PER_REFERENCE_A_DAY: positive(100),
  /** Requests for a new link by who lost the code: an hour from one address, a day for one telephone or e-mail. */
  LIMIT_LINKS_PER_ADDRESS: positive(20),
  LIMIT_LINKS_PER_CONTACT: positive(5),
  /** REST requests per minute from one address without a session; counted per process. */
  LIMIT_API_PER_ADDRESS: positive(300),
  /** Seconds between the form being shown and sent, below which it is a machine. */
  MINIMUM_FORM_SECONDS: z.coerce.number().min(0).default(3),
  /** Seconds between two rounds of the jobs. */
  SWEEP_SECONDS: z.coerce.number().positive().default(10),
  /** The port of Prometheus metrics, on HOST; empty for none. Must not be public. */
  METRICS_PORT: port.optional(),
  FIRST_ADMIN_EMAIL: z.string().default(''),
  FIRST_ADMIN_PASSWORD: z.string().default(''),
})

/** @internal The names of all settings, for the test that holds README, `--help` and this file together. */
export const settingNames: readonly string[] = Object.keys(schema.shape)

export type Settings = z.infer<typeof schema> & { databaseKind: 'mongodb' | 'sqlite'; siteUrl: string; dataDir: string }

const isLoopback = (host: string) => host === 'localhost' || host === '::1' || /^127\./.test(host)

/** Values for `next build`, which reads the configuration without secrets. The build contains none of them. */
const buildPlaceholders = {
  PAYLOAD_SECRET: 'only-while-building-0000000000000000000',
  DATA_KEYS: `build:${Buffer.alloc(32).toString('base64')}`,
  INDEX_KEY: Buffer.alloc(32).toString('base64'),
}

/**
 * Reads and checks settings.
 * @throws SettingsError naming every setting that is missing or wrong
 */
export function readSettings(source: Record<string, string | undefined>): Settings {
  const isBuilding = source.NEXT_PHASE === 'phase-production-build'
  const present = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ''))
  const parsed = schema.safeParse(isBuilding ? { ...present, ...buildPlaceholders } : present)
  if (!parsed.success) {
    const errors = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
    throw new SettingsError(`Settings can't be used (${errors.join('; ')}). See README.md, "Settings".`)
  }
  const settings = parsed.data
  if (settings.RATE_LIMITS === 'off' && !isLoopback(settings.HOST)) {
    throw new SettingsError('RATE_LIMITS=off is for tests and needs HOST to be a loopback address.')
  }
  const isProvider = settings.SMS_PROVIDER === 'unifonic' || settings.SMS_PROVIDER === 'taqnyat'
  if (isProvider && !(settings.SMS_TOKEN && settings.SMS_SENDER)) {
    throw new SettingsError(`SMS_PROVIDER=${settings.SMS_PROVIDER} needs SMS_TOKEN and SMS_SENDER.`)
  }
  return {
    ...settings,
    databaseKind: settings.DATABASE_URL.startsWith('mongodb') ? 'mongodb' : 'sqlite',
    siteUrl: (settings.SITE_URL || `http://${settings.HOST}:${settings.PORT}`).replace(/\/+$/, ''),
    dataDir: path.resolve(settings.DATA_DIR),
  }
}

let current: Settings | undefined

/** The process's settings, read once. The only reader of `process.env` in `src`. */
export function env(): Settings {
  current ??= readSettings(process.env)
  return current
}
