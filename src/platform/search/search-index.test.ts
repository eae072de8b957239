import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { SearchDocument } from '@/platform/search/indexed-documents'
import { buildSearchIndex, type SearchIndex } from '@/platform/search/search-index'
import { nonEmpty } from '../../../tests/setup/non-empty'

interface TestDocument extends SearchDocument {
  id: string
}

const clause = (
  id: string,
  text: string,
  heading = '',
  context = 'سياسة تنظيم العلاقة مع المستفيدين',
): TestDocument => ({
  id,
  weight: 1,
  texts: { ar: { heading, text, context, keywords: '' } },
})

const documents = [
  clause('policy', 'تضع الجمعية السياسات التي تنظم علاقتها', 'سياسة تنظيم العلاقة مع المستفيدين', ''),
  clause('receive', 'استقبال المستفيد بلباقة واحترام والإجابة على جميع الاستفسارات وإعطاؤه الوقت الكافي.'),
  clause(
    'match',
    'التأكد من تقديم المستفيد كافة المعلومات المطلوبة، ويتم مطابقة البيانات والتأكد من صلاحيتها وقت التقديم.',
  ),
  clause('quality', 'نشر ثقافة جودة الخدمة بين جميع الأقسام التي تقدم خدماتها للمستفيدين.'),
  clause('rating', 'نشر ثقافة تقييم الخدمة لدى المستفيد، وتقييم الجودة حق من حقوقه.'),
  clause('register', 'استكمال إجراءات التسجيل مع اكتمال الطلبات، مع تقديم الخدمة اللازمة.'),
  clause('registration', 'لمن يرغب في الاستفادة من خدمات الجمعية.', 'التسجيل في الجمعية', 'الخدمات'),
  clause('goal', 'زيادة ثقة وانتماء المستفيدين بالجمعية'),
  clause('en', 'All inquiries are answered; enough time is given to each.', 'Dealing with inquiries', 'Policy'),
]

let index: SearchIndex<TestDocument>
beforeAll(async () => {
  index = await buildSearchIndex(documents)
})

const page = { language: 'ar', limit: 20, offset: 0 }
const ask = (question: string) => index.search(question, page)
const found = (question: string) => ask(question).hits.map((hit) => hit.document.id)
const markedIn = (question: string, id: string) =>
  ask(question)
    .hits.filter((hit) => hit.document.id === id)
    .flatMap((hit) => [...hit.heading, ...hit.excerpt])
    .filter((segment) => segment.isMarked)
    .map((segment) => segment.text)

describe('what is found', () => {
  it.each([
    ['الإجابات', 'receive'],
    ['اجابه', 'receive'],
    ['أَسْتَقْبِلُ المستفيدة استقبال', 'receive'],
    ['بالبيانات', 'match'],
    ['حقوق المستفيدين', 'rating'],
    ['الحق', 'rating'],
    ['للتسجيل', 'register'],
    ['inquiry', 'en'],
    ['answering', 'en'],
  ])('%s finds %s', (question, id) => {
    expect(found(question)).toContain(id)
  })

  it('shows the clause with the asked words marked, as they are written there', () => {
    expect(markedIn('خدمة القسم', 'quality')).toEqual(['الخدمة', 'الأقسام', 'خدماتها'])
  })

  it('puts a matching heading first, then the exact phrase, then the rest', () => {
    expect(found('التسجيل').slice(0, 2)).toEqual(['registration', 'register'])
    expect(found('تقديم الخدمة')[0]).toBe('register')
    expect(found('تقييم الخدمة')[0]).toBe('rating')
  })

  it('does not find every clause of a policy by the name of the policy', () => {
    expect(found('تنظيم العلاقة')).toEqual(['policy'])
  })

  it('lets what a clause is part of narrow the question', () => {
    const { total, partial, hits } = ask('علاقة بلباقة')
    expect(hits.map((hit) => [hit.document.id, hit.isPartial])).toEqual([
      ['receive', false],
      ['policy', true],
    ])
    expect([total, partial]).toEqual([1, 1])
  })

  it('lists texts with some of the words below those with all', () => {
    const { hits } = ask('ثقافة الجودة')
    expect(hits.map((hit) => hit.isPartial)).toEqual([false, false])
    const ranked = ask('ثقافة الأقسام').hits.map((hit) => [hit.document.id, hit.isPartial])
    expect(ranked).toEqual([
      ['quality', false],
      ['rating', true],
    ])
  })

  it('asks for all words first, and for some when no text has all', () => {
    expect(ask('ثقافة الجودة').match).toBe('all')
    const some = ask('ثقافة الطيران')
    expect(some.match).toBe('some')
    expect(some.hits.map((hit) => hit.document.id).sort()).toEqual(['quality', 'rating'])
  })

  it('ignores the small words of a whole question', () => {
    expect(found('ما هي إجراءات التسجيل؟')[0]).toBe('register')
  })

  it('forgives a slip of the finger, and says that the spelling is near', () => {
    const answer = ask('استقبيل')
    expect(answer.match).toBe('near')
    expect(answer.hits[0]?.document.id).toBe('receive')
  })

  it('forgives a slip in the ending that makes a word of many', () => {
    const answer = ask('dealnig')
    expect(answer.match).toBe('near')
    expect(answer.hits[0]?.document.id).toBe('en')
  })

  it('takes the last word as begun', () => {
    expect(found('ثقافة تقيي')).toContain('rating')
  })

  it('gives one page of many', () => {
    const all = found('المستفيد')
    const second = index.search('المستفيد', { ...page, limit: 2, offset: 2 })
    expect(second.total).toBe(all.length)
    expect(second.hits.map((hit) => hit.document.id)).toEqual(all.slice(2, 4))
  })
})

describe('questions that are none', () => {
  it.each(['', '   ', '؟!.، …', '"""', 'ـــ', '\u200f', '👩‍👧', '<>', '((((', '.*+?^()[]\\'])(
    '%j finds nothing and does not fail',
    (question) => {
      expect(ask(question)).toEqual({ match: 'none', total: 0, partial: 0, hits: [] })
    },
  )

  it('answers any text, and every hit is a document with its own words', () => {
    const hits: ReturnType<typeof ask>['hits'] = []
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 })),
        fc.constantFrom('', '', ' بلباقة ', ' تقييم الجودة ', ' inquiries '),
        (odd, word) => {
          const answer = ask(`${odd}${word}${odd}`)
          expect(answer.total + answer.partial).toBeGreaterThanOrEqual(answer.hits.length)
          hits.push(...answer.hits)
        },
      ),
    )
    for (const hit of nonEmpty(hits)) {
      expect(hit.excerpt.map((segment) => segment.text).join('')).toBe(hit.document.texts.ar?.text)
      expect([...hit.heading, ...hit.excerpt].some((segment) => segment.isMarked)).toBe(true)
    }
  }, 30_000)
})

describe('words that are related', () => {
  it.each([
    ['كيف أسجل', 'registration'],
    ['استقبلوني', 'receive'],
    ['قيموا', 'rating'],
    ['انتمى', 'goal'],
  ])('%s finds the noun of its root', (question, id) => {
    expect(found(question)[0]).toBe(id)
  })

  it('come before slips of the finger: a verb of a root is no misspelt other word', async () => {
    const own = await buildSearchIndex([
      clause('request', 'يسأل من شاء', '', ''),
      clause('registration', 'إجراءات التسجيل', '', ''),
    ])
    expect(own.search('أسجل', page).hits.map((hit) => hit.document.id)).toEqual(['registration'])
  })
})

describe('synonyms', () => {
  const lines = [
    ['شكوى', 'تظلم', 'اعتراض', 'complaint', 'second review'],
    ['رسوم', 'تكلفة', 'how much', 'fee'],
    ['من نحن', 'من أنتم', 'who are you'],
  ]
  const own = [
    clause('complaint', 'نعيد النظر في الجواب', 'الشكوى', ''),
    clause('fees', 'بلا رسوم', '', ''),
    clause('about', 'من نحن وماذا نعمل', '', ''),
    clause('other', 'كل من يعمل هنا', '', ''),
  ]
  let withSynonyms: SearchIndex<TestDocument>
  beforeAll(async () => {
    withSynonyms = await buildSearchIndex(own, lines)
  })
  const first = (question: string) => withSynonyms.search(question, page).hits[0]?.document.id

  it.each([
    ['تظلم', 'complaint'],
    ['اعتراضي', 'complaint'],
    ['نعترض', 'complaint'],
    ['complaints', 'complaint'],
    ['second review', 'complaint'],
    ['complaimt', 'complaint'],
    ['how much does it cost', 'fees'],
    ['من انتم', 'about'],
  ])('%s finds %s', (question, id) => {
    expect(first(question)).toBe(id)
  })

  it('find nothing where no line has them', async () => {
    const without = await buildSearchIndex(own)
    expect(without.search('تظلم', page).match).toBe('none')
  })

  it('mark what means the same', () => {
    const [hit] = withSynonyms.search('تظلم', page).hits
    expect(hit?.heading).toEqual([{ text: 'الشكوى', isMarked: true }])
  })

  it('count for less than the word itself', async () => {
    const both = await buildSearchIndex([clause('other', 'شكوى', '', ''), clause('asked', 'تظلم', '', '')], lines)
    expect(both.search('تظلم', page).hits.map((hit) => hit.document.id)).toEqual(['asked', 'other'])
  })
})

describe('a document of two languages', () => {
  const inBoth = {
    id: 'both',
    weight: 1,
    texts: {
      ar: { heading: 'التسجيل', text: 'نكمل التسجيل', context: '', keywords: '' },
      en: { heading: 'Registration', text: 'We complete it', context: '', keywords: 'sign up' },
    },
  }
  const onlyArabic = clause('arabic', 'تسجيل بالعربية وحدها', '', '')

  it('is found by the words of either, and shown in the one that is read', async () => {
    const both = await buildSearchIndex<typeof inBoth | TestDocument>([inBoth, onlyArabic])
    const inEnglish = (question: string) => both.search(question, { language: 'en', limit: 5, offset: 0 }).hits
    expect(inEnglish('تسجيل').map((hit) => hit.document.id)).toEqual(['both'])
    expect(inEnglish('تسجيل')[0]?.heading[0]?.text).toBe('Registration')
    expect(both.search('registration', page).hits.map((hit) => hit.document.id)).toEqual(['both'])
    expect(inEnglish('sign up')[0]?.excerpt).toEqual([{ text: 'We complete it', isMarked: false }])
  })
})

describe('a long text', () => {
  const filler = 'كلام آخر لا يعنينا هنا أبدا. '.repeat(12)
  it('has all words only where they stand together', async () => {
    const own = await buildSearchIndex([
      clause('apart', `نحفظ البيانات. ${filler} ويوقع المدير.`, '', ''),
      clause('together', `${filler} ويوقع المستفيد على البيانات. ${filler}`, '', ''),
    ])
    expect(own.search('توقيع البيانات', page).hits.map((hit) => [hit.document.id, hit.isPartial])).toEqual([
      ['together', false],
      ['apart', true],
    ])
  })
})
