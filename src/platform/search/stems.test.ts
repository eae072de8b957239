import { describe, expect, it } from 'vitest'
import { normaliseArabic } from '@/platform/arabic'
import { askedTerms, familiesOf, indexedTerms, readingsOf } from '@/platform/search/stems'

const isFound = (asked: string, written: string): boolean => {
  const terms = new Set(indexedTerms(readingsOf(normaliseArabic(written))))
  return askedTerms(readingsOf(normaliseArabic(asked))).some((term) => terms.has(term))
}

const families = [
  ['خدمة', 'الخدمة', 'خدمات', 'الخدمات', 'والخدمات', 'بالخدمة', 'للخدمات', 'خدماتها', 'خدمتكم', 'خَدَمَاتٌ', 'خـدمـة'],
  ['مستفيد', 'المستفيد', 'المستفيدين', 'مستفيدون', 'للمستفيدات', 'والمستفيدين', 'مستفيدة', 'بالمستفيدين'],
  ['سياسة', 'السياسات', 'وسياسة', 'بالسياسة', 'سياستنا', 'سياساتهم'],
  ['جمعية', 'الجمعية', 'جمعيات', 'جمعيتنا', 'بالجمعية', 'للجمعيات', 'والجمعية'],
  ['شكوى', 'الشكوى', 'شكاوى', 'الشكاوى', 'والشكاوي', 'شكوي', 'شكواكم'],
  ['إجابة', 'اجابه', 'والإجابة', 'الإجابات', 'للإجابة'],
  ['حق', 'الحق', 'حقوق', 'الحقوق', 'وحقوق', 'بحقوق'],
  ['أم', 'الأم', 'الأُمُّ', 'أمهات', 'الأمهات'],
  ['سؤال', 'السؤال', 'أسئلة', 'الأسئلة', 'اسئله'],
  ['التزام', 'الالتزام', 'بالتزام', 'التزامات', 'والالتزامات'],
  ['كتاب', 'الكتاب', 'وكتاب', 'بكتاب', 'لكتاب'],
  ['١٤٤٢', '1442', '۱۴۴۲'],
  ['مجلس', 'المجلس', 'مجالس', 'بمجلس', 'ومجلسها'],
  ['والدة', 'الوالدة', 'والوالدة', 'والدتها'],
  ['رسالة', 'رسالته', 'رسالتي', 'رسالتك', 'رسائلكم'],
  ['إحالة', 'إحالته', 'احاله', 'بإحالتي'],
  ['رضا', 'رضى', 'الرضا', 'رضاء'],
  ['إعطاء', 'إعطاءه', 'اعطائه', 'وإعطائهم'],
  ['رأي', 'آراء', 'آرائهم', 'ارائكم'],
]

const unrelated = [
  ['بريد', 'وريد'],
  ['خدمة', 'خطة'],
  ['مستفيد', 'مفيد'],
  ['سياسة', 'سائس'],
  ['كامل', 'عامل'],
  ['policy', 'police'],
  ['inquiry', 'require'],
  ['objection', 'objective'],
  ['رسوم', 'الرسمية'],
]

describe('Arabic words', () => {
  it.each(families.flatMap((family) => family.map((word) => [family[0] ?? '', word])))(
    '%s finds %s',
    (asked, written) => {
      expect(isFound(asked, written)).toBe(true)
    },
  )

  it.each(families.flatMap((family) => family.map((word) => [word, family[0] ?? ''])))(
    '%s is found by %s',
    (asked, written) => {
      expect(isFound(asked, written)).toBe(true)
    },
  )
})

describe('English words', () => {
  it.each([
    ['inquiry', 'inquiries'],
    ['services', 'service'],
    ['beneficiary', 'Beneficiaries'],
    ['complaint', 'complaints'],
    ['registered', 'registering'],
    ['answers', 'answered'],
    ['organize', 'organisation'],
    ['labor', 'labour'],
    ['enroll', 'enrolled'],
  ])('%s finds %s', (asked, written) => {
    expect(isFound(asked, written)).toBe(true)
  })
})

it.each(unrelated)('%s does not find %s', (asked, written) => {
  expect(isFound(asked, written)).toBe(false)
  expect(isFound(written, asked)).toBe(false)
})

describe('families', () => {
  const isRelated = (a: string, b: string): boolean => {
    const [of, to] = [a, b].map((word) => familiesOf(normaliseArabic(word)))
    return (of ?? []).some((family) => to?.slice(0, 2).includes(family))
  }

  it.each([
    ['أسجل', 'التسجيل'],
    ['أشتكي', 'الشكوى'],
    ['شكواي', 'يشتكون'],
    ['وقعت', 'والتوقيع'],
    ['تسري', 'سريان'],
    ['قرار', 'وقرر'],
    ['تطوع', 'المتطوعين'],
    ['نعترض', 'اعتراض'],
    ['متابعة', 'أتابع'],
    ['اتصل', 'الاتصالات'],
    ['مدير', 'الإدارة'],
    ['أستفسر', 'الاستفسارات'],
    ['قيمنا', 'تقييم'],
    ['complain', 'complaint'],
    ['registering', 'registration'],
    ['volunteering', 'voluntary'],
    ['refer', 'referral'],
    ['evaluate', 'evaluation'],
  ])('%s is related to %s', (a, b) => {
    expect(isRelated(a, b)).toBe(true)
    expect(isRelated(b, a)).toBe(true)
  })

  it.each([
    ['تطوير', 'طيران'],
    ['خدمة', 'خطة'],
    ['سؤال', 'تسجيل'],
    ['data', 'date'],
    ['policy', 'police'],
  ])('%s is not related to %s', (a, b) => {
    expect(isRelated(a, b)).toBe(false)
  })
})
