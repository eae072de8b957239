import path from 'node:path'
import { build } from 'esbuild'
import { root } from './run.mjs'

/**
 * Bundles programs of the source for this machine's Node, which can't run TypeScript. Packages stay
 * outside, to be found in node_modules from where the bundle lies.
 * @param {import('esbuild').BuildOptions} options what to bundle, and whereto
 */
export const bundle = ({ alias, ...options }) =>
  build({
    absWorkingDir: root,
    bundle: true,
    platform: 'node',
    target: 'node20.9',
    format: 'esm',
    packages: 'external',
    alias: { '@payload-config': path.join(root, 'payload.config.ts'), ...alias },
    logLevel: 'warning',
    ...options,
  })
