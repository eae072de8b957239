import { MixedText } from '@/ui/text'

/** A text whose marked runs answer a question. `lang` is the text's own language. */
export function Marked({
  segments,
  lang,
}: {
  segments: readonly { text: string; isMarked: boolean }[]
  lang: 'ar' | 'en'
}) {
  let offset = 0
  return segments.map(({ text, isMarked }) => {
    const key = offset
    offset += text.length
    const words = <MixedText key={key} text={text} locale={lang} />
    return isMarked ? <mark key={key}>{words}</mark> : words
  })
}
