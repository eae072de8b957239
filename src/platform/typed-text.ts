/** Control characters of ASCII and Latin-1 but for tab and line feed: no key types them, and some stores cut a text at them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const controls = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g

/**
 * A posted text as a person typed it: line ends are line feeds (browsers post CRLF), and control
 * characters, which only a machine sends, are gone.
 * @param longest characters that are read at all, so that an absurd text isn't carried further
 */
export const typedText = (posted: FormDataEntryValue | null, longest: number): string =>
  typeof posted === 'string' ? posted.slice(0, longest).replace(/\r\n?/g, '\n').replace(controls, '') : ''
