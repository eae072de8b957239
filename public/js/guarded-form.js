// What every form of ours that takes something in has in common: a proof of work solved in the
// background, and a key by which a form sent twice is one. Without script forms work the same,
// within tighter limits.

const PROOF_WAIT_MS = 8000
const RENEW_MS = 100 * 60_000

const newKey = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

/** Solves a challenge in the background. Never fails: without a proof the form is sent as it is. */
async function solve(url) {
  try {
    const answer = await fetch(url, { cache: 'no-store' })
    if (!answer.ok || !crypto.subtle) return null
    const challenge = await answer.json()
    const { issuedAt, notBefore } = challenge.parameters.data
    const fetchedAt = performance.now()
    const worker = new Worker(new URL('./proof-worker.js', import.meta.url))
    const proof = await new Promise((resolve) => {
      worker.onmessage = ({ data }) => resolve(data)
      worker.onerror = () => resolve(null)
      worker.postMessage(challenge)
    })
    worker.terminate()
    return proof && { text: JSON.stringify(proof), usableAt: fetchedAt + (notBefore - issuedAt), solvedAt: fetchedAt }
  } catch {
    return null
  }
}

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

/** @returns whether the form is a new one, not one that came back with its errors */
export function guardForm(form) {
  const { proof: proofField, submissionKey: keyField } = form.elements
  const isFresh = keyField.defaultValue === ''
  let solving
  let isSending = false

  const prepare = () => {
    isSending = false
    proofField.value = ''
    solving = solve(form.dataset.challenge)
  }
  if (isFresh) keyField.value = newKey()
  prepare()

  // Back from the page after it: another submission, hence another key and proof.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    keyField.value = newKey()
    prepare()
  })

  form.addEventListener('submit', async (event) => {
    if (proofField.value) {
      // The same press twice sends once.
      if (isSending) event.preventDefault()
      isSending = true
      return
    }
    event.preventDefault()
    if (isSending) return
    isSending = true
    form.setAttribute('aria-busy', 'true')
    let proof = await Promise.race([solving, wait(PROOF_WAIT_MS)])
    if (proof && performance.now() - proof.solvedAt > RENEW_MS) {
      proof = await Promise.race([solve(form.dataset.challenge), wait(PROOF_WAIT_MS)])
    }
    if (proof) {
      await wait(proof.usableAt - performance.now())
      proofField.value = proof.text
    }
    form.removeAttribute('aria-busy')
    // Past this listener: everything that could be awaited was.
    form.submit()
  })
  return isFresh
}
