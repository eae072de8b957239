/** Written by scripts/fonts.mjs: the one file every page needs at once. */
export const textFontUrl = '/fonts/plex-arabic-400.24368b2f.woff2'
