import { createRequire } from 'node:module'
import type Sharp from 'sharp'

/** Reads and shrinks pictures. Its ES module is written for Node 20.10 and newer; the one for CommonJS runs on 20.9 too. */
export const sharp = createRequire(import.meta.url)('sharp') as typeof Sharp
