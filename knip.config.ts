import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/bin/*.ts!',
    'payload.config.ts!',
    'src/app/**/{page,layout,route,not-found,error,global-error,opengraph-image,sitemap,robots,manifest}.{ts,tsx}!',
    // Collections name what the panel loads by path.
    'src/**/panel/**/*.tsx!',
    'src/migrations/*.ts!',
    'scripts/**/*.{mjs,ts}',
    'tests/setup/*.ts',
    'tests/{bench,shots}/**/*.ts',
    'tests/**/*.test.{ts,tsx}',
    'src/**/*.test.{ts,tsx}',
    'public/js/*.js!',
  ],
  project: [
    'src/**/*.{ts,tsx}!',
    '!src/**/*.test.{ts,tsx}!',
    'tests/**/*.ts',
    'scripts/**/*.{mjs,ts}',
    'public/js/*.js!',
    '*.{ts,mjs,cjs}',
  ],
  ignore: ['src/payload-types.ts'],
  // What a signature mentions may be named by whoever calls it.
  ignoreExportsUsedInFile: true,
  ignoreDependencies: [
    // Run, or read as files, by path: scripts/check.mjs, scripts/fonts.mjs, src/ui/styles.
    '@biomejs/biome',
    '@ibm/plex-sans-arabic',
    'tailwindcss',
    // By require(), see payload.config.ts.
    'sharp',
  ],
  payload: false,
}

export default config
