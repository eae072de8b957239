/** Written by scripts/fonts.mjs: the files every page needs at once, for text and for headings. */
export const pageFontUrls = ['/fonts/plex-arabic-400.24368b2f.woff2', '/fonts/plex-arabic-600.558fffdf.woff2'] as const
