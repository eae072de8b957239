import { LinkedText } from '@/ui/linked-text'
import { UserText } from '@/ui/text'

/**
 * What somebody wrote, in their own paragraphs and lines, each in its own direction.
 * @param hasLinks addresses can be followed: for the association's own words, never for a visitor's
 */
export function UserParagraphs({ text, hasLinks = false }: { text: string; hasLinks?: boolean }) {
  return (
    <>
      {text
        .split(/\n{2,}/)
        .filter((paragraph) => paragraph.trim() !== '')
        .map((paragraph, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a text never changes its paragraphs' places
          <p key={index} className="written">
            <UserText>{hasLinks ? <LinkedText text={paragraph} /> : paragraph}</UserText>
          </p>
        ))}
    </>
  )
}
