import { randomInt } from 'node:crypto'
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Settings } from '@/platform/env'

/** The note with the first administrator's password, until that password is changed. */
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
  // A file left by a run that was killed may have another mode; a new one never has.
  rmSync(firstSignInFile(settings), { force: true })
  writeFileSync(firstSignInFile(settings), [...lines, note, ''].join('\n'), { mode: 0o600 })
}

/** The address the note is for, or null when there is no note. */
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
