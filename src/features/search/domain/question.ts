import { cleanLine } from '@/platform/typed-text'

/** The highest number of characters that are read; the page says when a search was cut. */
export const QUESTION_LENGTH = 200
export const PAGE_SIZE = 20
/** Characters that are looked at before cleaning, which may remove some. */
const READ = 4000

export interface Question {
  /** Without blanks around it; empty when nothing was asked. */
  text: string
  isCut: boolean
  /** From 1. */
  page: number
}

type Parameter = string | string[] | undefined

/** Reads a search from the query of an address, which may hold anything. */
export function readQuestion({ q, page }: { q?: Parameter; page?: Parameter }): Question {
  const asked = first(q) ?? ''
  const letters = Array.from(cleanLine(asked.slice(0, READ)))
  return {
    text: letters.slice(0, QUESTION_LENGTH).join('').trimEnd(),
    isCut: letters.length > QUESTION_LENGTH,
    page: readPage(first(page)),
  }
}

const first = (parameter: Parameter): string | undefined => (Array.isArray(parameter) ? parameter[0] : parameter)

const readPage = (page: string | undefined): number => (page && /^[1-9]\d{0,3}$/.test(page) ? Number(page) : 1)

/** Characters of a search that the heading repeats; the field holds all of it. */
const HEADING_LENGTH = 60

/** The search as the heading names it, cut between words if it is long. */
export function namedInHeading(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= HEADING_LENGTH) return text
  const cut = letters.slice(0, HEADING_LENGTH).join('')
  const end = cut.lastIndexOf(' ')
  return `${end > 0 ? cut.slice(0, end) : cut}…`
}

/** The address of a question's results, without the language. */
export function questionPath(text: string, page = 1): `/${string}` {
  const parameters = new URLSearchParams({ q: text, ...(page > 1 ? { page: String(page) } : {}) })
  return `/search?${parameters}`
}
