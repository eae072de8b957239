import { withPayload } from '@payloadcms/next/withPayload'
import createNextIntlPlugin from 'next-intl/plugin'

const withNextIntl = createNextIntlPlugin('./src/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  // Metadata is never streamed into the body: the delivery reads it there.
  htmlLimitedBots: /.*/,
  poweredByHeader: false,
  // The entry compresses and fingerprints what it serves.
  compress: false,
  generateEtags: false,
  reactStrictMode: true,
  // Instrumentation starts Payload once for the process; the routes must throw and catch the same
  // error classes. Bundled, each had a copy of its own, and the panel lost the faults beside the fields.
  serverExternalPackages: ['payload'],
  devIndicators: false,
  // No page uses the optimizer, and an open one is work that anonymous clients can cause.
  images: { unoptimized: true },
  // `npm run check` reads the types; a start need not wait for them a second time.
  typescript: { ignoreBuildErrors: true },
  experimental: {
    // Loading every route at the start held up the first contact with the database by half a second.
    preloadEntriesOnStart: false,
    serverActions: {
      // Three attachments of 5 MB each, and the text around them.
      bodySizeLimit: '16mb',
    },
  },
}

/**
 * `withPayload` sets Critical-CH and friends on every path, which makes Chromium ask for each
 * document twice. Only the panel reads client hints.
 * @param {import('next').NextConfig} next
 */
const panelHeadersOnly = (next) => ({
  ...next,
  headers: async () => {
    const rules = (await next.headers?.()) ?? []
    return rules.map((rule) => (rule.source === '/:path*' ? { ...rule, source: '/admin/:path*' } : rule))
  },
})

export default panelHeadersOnly(withPayload(withNextIntl(config), { devBundleServerPackages: false }))
