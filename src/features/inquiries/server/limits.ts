/** Longer than an insertion takes. Afterwards the stored row itself shows that it is a repetition. */
const DECISION_MS = 30_000

const decisions = new Map<string, Promise<boolean>>()

/**
 * One decision for one content: a person who presses twice, or whose browser sends again, is
 * counted once. A refusal isn't kept, so that nothing slips in behind it.
 */
export async function dedupeLimitCheck(content: string, decide: () => Promise<boolean>): Promise<boolean> {
  const known = decisions.get(content)
  if (known) return known
  const decision = decide()
  decisions.set(content, decision)
  const forget = () => decisions.delete(content)
  const isAllowed = await decision.catch((error: unknown) => {
    forget()
    throw error
  })
  if (isAllowed) setTimeout(forget, DECISION_MS).unref()
  else forget()
  return isAllowed
}
