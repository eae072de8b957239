import { randomBytes } from 'node:crypto'

/** Settings of one throw-away test environment. Never the user's `.env`, never their data. */
export function testEnvironment({ dataDir, databaseUrl }: { dataDir: string; databaseUrl: string }) {
  const key = () => randomBytes(32).toString('base64')
  return {
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl,
    HOST: '127.0.0.1',
    PORT: '3999',
    SITE_URL: '',
    SMTP_URL: '',
    MAIL_FROM: '',
    PAYLOAD_SECRET: key(),
    DATA_KEYS: `test:${key()}`,
    INDEX_KEY: key(),
    RATE_LIMITS: 'on',
    LOG_LEVEL: process.env.TEST_LOG_LEVEL ?? 'silent',
    FIRST_ADMIN_EMAIL: '',
    FIRST_ADMIN_PASSWORD: '',
  }
}
