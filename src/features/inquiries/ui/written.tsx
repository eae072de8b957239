import { UserText } from '@/ui/text'

/** What somebody wrote, in their own paragraphs and lines, each in its own direction. */
export function Written({ text }: { text: string }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its paragraphs' places
          <p key={index} className="written">
            <UserText>{paragraph}</UserText>
          </p>
        ))}
    </>
  )
}
