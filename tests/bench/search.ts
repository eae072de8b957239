import { performance } from 'node:perf_hooks'
import type { SearchDocument } from '@/platform/search/indexed-documents'
import { buildSearchIndex } from '@/platform/search/search-index'
import { expressionsIn } from '@/platform/search/synonym-line'
import { synonymsSeed } from '@/seed/search-synonyms'
import { percentile, rounded } from './setup/statistics'

/**
 * Search at 5,000 clauses: the time of one answer, in milliseconds, and of building the index.
 * The clauses are made up from some 6,000 words (a policy's own, and patterns over roots), the common
 * ones far more often than the rare, with particles and the article joined; always the same ones.
 */
const CLAUSES = 5000
const ROUNDS = 40

const questions = [
  'خدمة',
  'حقوق المستفيدين',
  'تقديم الخدمة',
  'كيف أسجل في الجمعية وما المستندات المطلوبة؟',
  'إجراءات التسجيل',
  'الجوده',
  'استقبيل المستفد',
  'المجلس',
  'لا وجود له إطلاقا',
  'service inquiry',
  '1442',
  'في من على',
  'ا'.repeat(200),
  Array.from({ length: 60 }, () => 'خدمة من')
    .join(' ')
    .slice(0, 200),
]

/** A small generator with a fixed seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

const common = `خدمة الخدمات المستفيد المستفيدين الجمعية تقديم سياسة العلاقة جودة تقييم التسجيل البيانات الإجراءات
  المعلومات الموظف المسؤول الاستفسارات التطوير التحسين المستمر حق واجبات المجلس اعتماد تعديل الأقسام`.split(/\s+/)
const patterns = ['1ا23', 'م12و3', '12ي3', 'ا12ا3', 'ت12ي3', 'است12ا3', 'م1ا23ة', 'ا1ت2ا3', 'م12ة', '12و3']
const letters = 'بتثجحخدذرزسشصضطظعغفقكلمنه'

function vocabulary(random: () => number): string[] {
  const letter = () => letters[Math.floor(random() * letters.length)] ?? 'ب'
  const roots = Array.from({ length: 600 }, () => [letter(), letter(), letter()])
  const made = roots.flatMap((root) =>
    patterns.map((pattern) => pattern.replace(/\d/g, (place) => root[Number(place) - 1] ?? '')),
  )
  return [...common, ...made]
}

function clauses(): SearchDocument[] {
  const random = randomFrom(1442)
  const words = vocabulary(random)
  const joined = ['', '', '', 'ال', 'ال', 'و', 'وال', 'بال', 'لل', 'ب', 'ل']
  // The square of the square favours the beginning of the list, as the common words of a language.
  const word = () => words[Math.floor(random() ** 4 * words.length)] ?? ''
  const pick = (count: number) =>
    Array.from({ length: count }, () => (joined[Math.floor(random() * joined.length)] ?? '') + word()).join(' ')
  return Array.from({ length: CLAUSES }, (_, index) => ({
    id: `clause-${index}`,
    weight: 1,
    texts: {
      ar: {
        heading: index % 5 === 0 ? pick(4) : '',
        text: `${pick(15 + Math.floor(random() * 40))} ${index}`,
        context: pick(8),
        keywords: '',
      },
    },
  }))
}

const page = { language: 'ar', limit: 20, offset: 0 }

export async function bench() {
  const documents = clauses()
  const built = performance.now()
  const index = await buildSearchIndex(documents, synonymsSeed.map(expressionsIn))
  const buildMs = Math.round(performance.now() - built)
  const first = performance.now()
  index.search('المستفيدين', page)
  const firstAnswerMs = Number((performance.now() - first).toFixed(2))
  const times = questions.flatMap((question) =>
    Array.from({ length: ROUNDS }, () => {
      const started = performance.now()
      index.search(question, page)
      return performance.now() - started
    }),
  )
  return {
    clauses: index.size,
    questions: times.length,
    buildMs,
    firstAnswerMs,
    p50Ms: rounded(percentile(times, 0.5), 2),
    p99Ms: rounded(percentile(times, 0.99), 2),
    maxMs: rounded(percentile(times, 1), 2),
  }
}
