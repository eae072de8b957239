/** The public address of an uploaded file; the entry serves it. */
export const mediaAddress = (filename: string): string => `/media/${encodeURIComponent(filename)}`
