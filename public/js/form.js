// Forms that take something in, made nicer: a proof of work solved in the background, a key by which a
// form sent twice is one, sending with words and progress, drafts, counters, smaller pictures. Without
// this script they work the same, within tighter limits. What is only needed by who fills a form in is
// loaded when they begin.

const PROOF_WAIT_MS = 8000
const RENEW_MS = 100 * 60_000

const wait = (ms) => new Promise((resolve) => setTimeout(resolve, Math.max(0, ms)))

// Proof of work

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

/** Solves once, and again when it was too long ago. Forms without a challenge need none. */
function proofOf(form) {
  const url = form.dataset.challenge
  let solving = null
  const begin = () => {
    if (url) solving ??= solve(url)
    return solving
  }
  return {
    begin,
    forget: () => {
      solving = null
    },
    /** The proof's text once it may be used, or nothing. */
    async text() {
      let proof = await Promise.race([begin(), wait(PROOF_WAIT_MS)])
      if (proof && performance.now() - proof.solvedAt > RENEW_MS) {
        solving = solve(url)
        proof = await Promise.race([solving, wait(PROOF_WAIT_MS)])
      }
      if (proof) await wait(proof.usableAt - performance.now())
      return proof?.text ?? ''
    },
  }
}

const newKey = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

// Hints: counters beside long fields.

function countCharacters(form) {
  for (const field of form.querySelectorAll('[data-counter]')) {
    const max = Number(field.dataset.counter)
    const hint = document.createElement('span')
    hint.className = 'help'
    hint.setAttribute('aria-live', 'polite')
    field.after(hint)
    const update = () => {
      const left = max - field.value.length
      // Only when it begins to matter: a counter from the first letter is noise.
      hint.textContent =
        left > max / 3 ? '' : field.dataset.counterText.replace('{count}', String(left)).replace('{max}', String(max))
    }
    for (const sign of ['input', 'restored']) field.addEventListener(sign, update)
    update()
  }
}

/** Who sends without a name is asked for no name and no contact. Newer browsers do it by the style sheet. */
function hideForAnonymous(form) {
  const box = form.querySelector('[data-hides]')
  if (!box || CSS.supports('selector(:has(a))')) return
  const update = () => {
    form.querySelector(box.dataset.hides).hidden = box.checked
  }
  for (const sign of ['change', 'restored']) box.addEventListener(sign, update)
  update()
}

/** Forms on this page that begin again when the page comes back from the browser's memory. */
const resets = new Map()
addEventListener('pageshow', (event) => {
  if (event.persisted) for (const reset of resets.values()) reset()
})

const hasDrafts = () => {
  try {
    return Object.keys(localStorage).some((key) => key.startsWith('draft:'))
  } catch {
    return false
  }
}

function prepare(form) {
  const { proof: proofField, submissionKey: keyField } = form.elements
  const isReturned = 'returned' in form.dataset || Boolean(form.querySelector('#delivery-notice'))
  const proof = proofOf(form)
  if (proofField) proofField.value = ''
  if (keyField.value === '') keyField.value = newKey()

  // Only for who begins to fill it in: most visitors of the page read it and go.
  let tools = null
  const begin = () => {
    proof.begin()
    tools ??= Promise.all([import('./sending.js'), import('./pictures.js')]).catch(() => null)
    return tools
  }
  for (const sign of ['focusin', 'input', 'change']) form.addEventListener(sign, begin)
  for (const input of form.querySelectorAll('input[type=file]')) {
    input.addEventListener('change', async () => (await begin())?.[1].prepare(input))
  }

  // A draft is looked for where there may be one, and kept from the first letter.
  if (form.dataset.draft) {
    const drafts = () => import('./drafts.js')
    if (hasDrafts()) void drafts().then(({ restore }) => restore(form, { isReturned }))
    form.addEventListener('input', () => {
      form.dataset.touched = 'yes'
      void drafts().then(({ keep }) => keep(form))
    })
  }

  let attempt = null
  resets.set(form, () => {
    keyField.value = newKey()
    if (proofField) proofField.value = ''
    proof.forget()
    attempt?.stop()
    attempt = null
    form.querySelector('.sending')?.remove()
    delete form.dataset.taken
  })

  form.addEventListener('submit', async (event) => {
    // A question to the site is asked as the browser asks it: the same form comes back.
    if (event.submitter?.name === 'look') return
    event.preventDefault()
    // The same press twice sends once; one that goes nowhere is given up for the next.
    if (attempt && !attempt.isStalled()) return
    attempt?.stop()
    const mine = { isStalled: () => false, stop: () => undefined }
    attempt = mine
    const loaded = await begin()
    if (!loaded) {
      // The script that sends can't be had: the browser sends by itself.
      form.submit()
      attempt = null
      return
    }
    const [{ createAttempt }, pictures] = loaded
    const sending = createAttempt(form, {
      proof: async () => {
        const text = await proof.text()
        if (proofField) proofField.value = text
      },
      pictures,
      start,
      onEnd: () => {
        if (attempt === mine) attempt = null
      },
    })
    Object.assign(mine, sending)
    void sending.run()
  })
  countCharacters(form)
  hideForAnonymous(form)
}

/** Makes the forms of a page, or of what came in its place, ready. */
function start(root) {
  for (const form of resets.keys()) if (!form.isConnected) resets.delete(form)
  for (const form of root.querySelectorAll('form[data-sending]')) prepare(form)
}

start(document)
