/** What becomes of a posted form: the token of the page that it leads to, or the form again with everything typed. */
export type Posted<State> = { status: 'ok'; token: string } | { status: 'again'; state: State }

/** Why a form that is in order was not taken. `again`: sending once more will do. */
export type NotAccepted = 'tooMany' | 'again' | 'unavailable'

/** What the form says of a refusal. */
export const notAccepted = (reason: 'tooMany' | 'tooSoon' | 'proofUsed' | 'honeypot'): NotAccepted =>
  reason === 'tooMany' ? 'tooMany' : 'again'
