import { describe, expect, it } from 'vitest'
import { wordsToKeep } from '@/features/search/server/unanswered'

describe('what is kept of a question that found nothing', () => {
  it.each([
    ['قَرْضٌ حَسَنٌ', 'قرض حسن'],
    ['  ابغى  سلة غذائية؟', 'سله غذاييه'],
    ['Food baskets, please!', 'food baskets'],
    ['كفالة orphans', 'كفاله orphans'],
  ])('of “%s” only its telling words: “%s”', (question, words) => {
    expect(wordsToKeep(question)).toBe(words)
  })

  it.each([
    ['a mobile number', 'رقمي 0501234567'],
    ['one in Arabic digits', 'جوالي ٠٥٠١٢٣٤٥٦٧'],
    ['one with blanks', '050 123 4567 سلة'],
    ['a reference', '241 058 736'],
    ['a name with digits', 'sara92'],
    ['an e-mail address', 'sara@example.org'],
    ['an address of the web', 'example.org سلة'],
    ['an address of the web in full', 'https://example'],
    ['a national identity number', 'هويتي 1012345678'],
    ['a sentence', 'ابنتي سارة محمد لم تحصل سلة غذائية الشهر الماضي'],
    ['one endless word', 'س'.repeat(40)],
    ['small words', 'في من على'],
    ['signs', '؟!…'],
    ['nothing', ''],
    ['letters of another script', 'подарок'],
    ['two letters', 'ab'],
  ])('nothing of what holds %s', (_, question) => {
    expect(wordsToKeep(question)).toBeNull()
  })
})
