/** The first match counts: most browsers also name others, and every Android names Linux. */
const browsers: readonly (readonly [RegExp, string])[] = [
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/(?:EdgA?|EdgiOS)\//, 'Edge'],
  [/(?:OPR|OPiOS)\//, 'Opera'],
  [/(?:Firefox|FxiOS)\//, 'Firefox'],
  [/(?:Chrome|CriOS|Chromium)\//, 'Chrome'],
  [/Version\/.*Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Macintosh|Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

const nameIn = (userAgent: string, names: typeof browsers): string | null =>
  names.find(([pattern]) => pattern.test(userAgent))?.[1] ?? null

/**
 * A browser's name for its owner: `Firefox · Android`, without a version.
 * @param userAgent as sent, at any length
 * @returns null when neither browser nor system is known
 */
export function deviceName(userAgent: string | null | undefined): string | null {
  const head = (userAgent ?? '').slice(0, 400)
  const known = [nameIn(head, browsers), nameIn(head, systems)].filter((name) => name !== null)
  return known.length > 0 ? known.join(' · ') : null
}
