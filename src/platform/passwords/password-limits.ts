/** NIST SP 800-63B asks for length and a look at what attackers try first, not for kinds of characters. */
export const passwordLimits = { least: 12, most: 128 } as const
