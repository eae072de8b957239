import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { buildSearchIndex, type SearchDocument, type SearchIndex } from '@/platform/search/search-index'

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
  heading,
  text,
  context,
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

const ask = (question: string) => index.search(question, { limit: 20, offset: 0 })
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
    expect(found('علاقة بلباقة')).toEqual(['receive'])
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
    const second = index.search('المستفيد', { limit: 2, offset: 2 })
    expect(second.total).toBe(all.length)
    expect(second.hits.map((hit) => hit.document.id)).toEqual(all.slice(2, 4))
  })
})

describe('questions that are none', () => {
  it.each(['', '   ', '؟!.، …', '"""', 'ـــ', '\u200f', '👩‍👧', '<>', '((((', '.*+?^()[]\\'])(
    '%j finds nothing and does not fail',
    (question) => {
      expect(ask(question)).toEqual({ match: 'none', total: 0, hits: [] })
    },
  )

  it('answers any text, and every hit is a document with its own words', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'grapheme', maxLength: 200 }), fc.string({ unit: 'binary', maxLength: 200 })),
        (question) => {
          const answer = ask(question)
          expect(answer.total).toBeGreaterThanOrEqual(answer.hits.length)
          for (const hit of answer.hits) {
            expect(hit.excerpt.map((segment) => segment.text).join('')).toBe(hit.document.text)
            expect([...hit.heading, ...hit.excerpt].some((segment) => segment.isMarked)).toBe(true)
          }
        },
      ),
    )
  }, 30_000)
})
