import { z } from 'zod'
import { cleanLine, cleanText } from '@/platform/typed-text'

/** More than any field takes, so that an absurd text is refused by its limit before it is read to its end. */
const MAX_READ = { line: 1000, text: 20_000 } as const

/** What was typed into a field of one line. */
export const line = z.string().transform((typed) => cleanLine(typed.slice(0, MAX_READ.line)))

/** What was typed into a field of several lines. */
export const text = z.string().transform((typed) => cleanText(typed.slice(0, MAX_READ.text)))

/** A text that is needed, of so many characters at most. */
export const filled = (longest: number) => z.string().min(1, 'required').max(longest, 'tooLong')
