import { readdirSync } from 'node:fs'
import path from 'node:path'

/** Every TypeScript file under a folder but tests and what is generated. */
export function sourceFiles(folder: string, extensions: readonly string[] = ['.ts', '.tsx']): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extensions.includes(path.extname(entry.name)))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => !/\.test\.tsx?$|src\/migrations\/|src\/payload-types\.ts$/.test(file))
    .sort()
}

/** Every test, and what tests are made of. */
export function testSources(): string[] {
  const filesUnder = (folder: string) =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.join(entry.parentPath, entry.name))
  const besides = ['src', 'scripts'].flatMap(filesUnder).filter((file) => /\.test\.(tsx?|mjs)$/.test(file))
  return [...filesUnder('tests').filter((file) => /\.tsx?$/.test(file)), ...besides].sort()
}
