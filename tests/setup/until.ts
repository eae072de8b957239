interface Patience {
  /** Milliseconds. */
  timeout?: number
  interval?: number
}

/**
 * Looks again and again until something is seen, outside of tests too; inside of one `expect.poll`
 * says better what was seen instead.
 * @param what is waited for, as the failure says it
 * @throws when it isn't seen in time, and whatever `look` throws
 */
export async function until<Seen>(
  what: string,
  look: () => Seen | Promise<Seen>,
  { timeout = 20_000, interval = 50 }: Patience = {},
): Promise<Seen> {
  const began = performance.now()
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (performance.now() - began > timeout) throw new Error(`Waited ${timeout} ms for ${what}.`)
    // Pause: between two looks.
    await new Promise((resolve) => setTimeout(resolve, interval))
  }
}

/** Whether a server answers this address, and with success. */
export const isAnswered = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  )
