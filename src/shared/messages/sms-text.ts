/**
 * How text messages are counted (3GPP TS 23.038 and 23.040): 160 characters of the GSM alphabet, or 70 of UCS-2 as soon
 * as one letter is of another, as in Arabic; in several parts 153 or 67 each.
 */
const basic =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà'
/** Two septets each. */
const extended = '\f^{}\\[~]|€'

const plain = new Set(basic)
const doubled = new Set(extended)

/** How many messages a text is sent as, and paid for. */
export function smsParts(text: string): number {
  const letters = Array.from(text)
  const isGsm = letters.every((letter) => plain.has(letter) || doubled.has(letter))
  const length = isGsm ? letters.reduce((sum, letter) => sum + (doubled.has(letter) ? 2 : 1), 0) : text.length
  const [alone, part] = isGsm ? [160, 153] : [70, 67]
  return length <= alone ? 1 : Math.ceil(length / part)
}
