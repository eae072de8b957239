import type { KnipConfig } from 'knip'

const config: KnipConfig = {
  entry: [
    'src/{server,prepare,export,backup,restore,instrumentation}.ts',
    'payload.config.ts',
    'src/app/**/{page,layout,route,not-found,error,global-error,opengraph-image,sitemap,robots,manifest}.{ts,tsx}',
    // Payload loads what import maps and collections name by path.
    'src/app/(payload)/**/importMap.js',
    'src/**/panel/**/*.tsx',
    'src/i18n/request.ts',
    'src/migrations/*.ts',
    'scripts/**/*.mjs',
    'tests/setup/*.ts',
    'tests/e2e/setup/*.ts',
    'tests/bench/*.ts',
    'tests/**/*.test.ts',
    'src/**/*.test.{ts,tsx}',
    'public/js/*.js',
  ],
  project: ['src/**/*.{ts,tsx}', 'tests/**/*.ts', 'scripts/**/*.mjs', '*.{ts,mjs,cjs}'],
  ignore: ['src/payload-types.ts', 'src/migrations/**'],
  payload: false,
  ignoreBinaries: ['mvn', 'java', 'apt-get'],
}

export default config
