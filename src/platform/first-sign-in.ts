import { randomInt } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/platform/env'

/** The file with the first administrator's password, which is deleted when the password changes. */
export function firstSignInFile(settings: Pick<Settings, 'dataDir'>): string {
  return path.join(/* turbopackIgnore: true */ settings.dataDir, 'first-sign-in.txt')
}

const WORDS_OF_PASSWORD = 5
const LETTERS_A_WORD = 5
/** Without letters and digits that look alike. 25 of them hold 120 bits. */
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

export function randomPassword(): string {
  const word = () => Array.from({ length: LETTERS_A_WORD }, () => alphabet[randomInt(alphabet.length)]).join('')
  return Array.from({ length: WORDS_OF_PASSWORD }, word).join('-')
}

export function writeFirstSignIn(
  settings: Pick<Settings, 'dataDir' | 'siteUrl'>,
  { email, password }: { email: string; password: string },
): void {
  const lines = [`Open:     ${settings.siteUrl}/admin`, `E-mail:   ${email}`, `Password: ${password}`, '']
  const note = 'Change the password after signing in; this file is then removed.'
  // A file left by a killed run may have another mode, so it is recreated.
  rmSync(firstSignInFile(settings), { force: true })
  writeFileSync(firstSignInFile(settings), [...lines, note, ''].join('\n'), { mode: 0o600 })
}

/** The address in the file, or null when there is none. */
function firstSignInEmail(file: string): string | null {
  try {
    return /^E-mail:\s+(\S+)$/m.exec(readFileSync(/* turbopackIgnore: true */ file, 'utf8'))?.[1] ?? null
  } catch {
    return null
  }
}

/** Removes the note once its password no longer holds. @param email whose password was set */
export function removeFirstSignIn(settings: Pick<Settings, 'dataDir'>, email: string): void {
  const file = firstSignInFile(settings)
  if (firstSignInEmail(file) === email) rmSync(file, { force: true })
}
