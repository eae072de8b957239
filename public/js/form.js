// Forms that take something in, made nicer: a proof of work solved in the background, a key by which
// a form sent twice is one, a draft, counters. Without this script they work the same, within tighter
// limits. One file, so that a page asks for one.

const PROOF_WAIT_MS = 8000
const RENEW_MS = 100 * 60_000
const WEEK_MS = 7 * 86_400_000

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

const newKey = () =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(18))))
    .replaceAll('+', '-')
    .replaceAll('/', '_')

/** @returns whether the form is a new one, not one that came back with its errors */
function guard(form) {
  const { proof: proofField, submissionKey: keyField } = form.elements
  const isFresh = keyField.defaultValue === ''
  let solving = null
  let isSending = false

  // Only for who begins to fill it in: most visitors of the page read it and go.
  const begin = () => {
    solving ??= solve(form.dataset.challenge)
    return solving
  }
  for (const sign of ['focusin', 'input']) form.addEventListener(sign, begin)
  proofField.value = ''
  if (isFresh) keyField.value = newKey()

  // Back from the page after it: another submission, hence another key and proof.
  addEventListener('pageshow', (event) => {
    if (!event.persisted) return
    keyField.value = newKey()
    proofField.value = ''
    solving = null
    isSending = false
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
    let proof = await Promise.race([begin(), wait(PROOF_WAIT_MS)])
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

// A draft: what is typed stays on this device until it was sent, for a week at most. Files and consent
// don't. The scripts of the receipt and of the thanks remove it.

const isKept = (field) =>
  field.name && !['hidden', 'file', 'submit'].includes(field.type) && !['consent', 'website'].includes(field.name)

// Storage may be off or full: a draft is a courtesy, never a condition.
const attempt = (work) => {
  try {
    return work()
  } catch {
    return null
  }
}

const draftOf = (form) => `draft:${form.dataset.draft}`
const clearDraft = (form) => attempt(() => localStorage.removeItem(draftOf(form)))

function saveDraft(form) {
  const fields = [...form.elements].filter(isKept)
  const values = fields
    .filter((field) => (['radio', 'checkbox'].includes(field.type) ? field.checked : field.value !== ''))
    .map((field) => [field.name, field.value])
  attempt(() => localStorage.setItem(draftOf(form), JSON.stringify({ at: Date.now(), values })))
}

function restoreDraft(form) {
  const draft = attempt(() => JSON.parse(localStorage.getItem(draftOf(form))))
  if (!draft) return false
  if (Date.now() - draft.at > WEEK_MS) {
    clearDraft(form)
    return false
  }
  const isText = (field) => !['radio', 'checkbox'].includes(field.type)
  // Choices alone are made again in a moment; it is words that are missed.
  const isWritten = ([name]) => form.elements[name]?.matches?.('textarea, input:not([type=checkbox])')
  if (!draft.values.some(isWritten)) return false
  for (const field of [...form.elements].filter(isKept)) {
    const given = draft.values.filter(([name]) => name === field.name).map(([, value]) => value)
    if (given.length === 0) continue
    // What the address of the page said is newer than the draft.
    if (isText(field)) field.value = field.defaultValue || given[0]
    else field.checked = given.includes(field.value)
  }
  return true
}

function keepDraft(form, isFresh) {
  if (isFresh && restoreDraft(form)) {
    const note = document.createElement('p')
    note.className = 'note small draft-note'
    note.setAttribute('role', 'status')
    const clear = document.createElement('button')
    clear.type = 'button'
    clear.className = 'button button-quiet'
    clear.textContent = form.dataset.draftClear
    clear.addEventListener('click', () => {
      clearDraft(form)
      form.reset()
      note.remove()
      form.querySelector('input:not([type=hidden])')?.focus()
    })
    note.append(form.dataset.draftRestored, ' ', clear)
    form.prepend(note)
  }
  let timer
  form.addEventListener('input', () => {
    clearTimeout(timer)
    timer = setTimeout(() => saveDraft(form), 400)
  })
}

// Hints: counters beside long fields, and a word about files before they are sent in vain.

function hintFor(field) {
  const hint = document.createElement('span')
  hint.className = 'help'
  hint.setAttribute('aria-live', 'polite')
  field.after(hint)
  return hint
}

function countCharacters(form) {
  for (const field of form.querySelectorAll('[data-counter]')) {
    const max = Number(field.dataset.counter)
    const hint = hintFor(field)
    const update = () => {
      const left = max - field.value.length
      // Only when it begins to matter: a counter from the first letter is noise.
      hint.textContent =
        left > max / 3 ? '' : field.dataset.counterText.replace('{count}', String(left)).replace('{max}', String(max))
    }
    field.addEventListener('input', update)
    update()
  }
}

function hintAtFiles(form) {
  for (const input of form.querySelectorAll('input[type=file][data-max-bytes]')) {
    const hint = hintFor(input)
    input.addEventListener('change', () => {
      const { maxBytes, maxFiles, tooLarge, tooMany } = input.dataset
      const large = [...input.files].filter((file) => file.size > Number(maxBytes)).map((file) => file.name)
      const words = large.length > 0 ? [`${tooLarge} ${large.join(', ')}`] : []
      if (input.files.length > Number(maxFiles)) words.push(tooMany)
      hint.textContent = words.join(' ')
    })
  }
}

for (const form of document.querySelectorAll('form[data-challenge]')) {
  const isFresh = guard(form)
  if (form.dataset.draft) keepDraft(form, isFresh)
  countCharacters(form)
  hintAtFiles(form)
}
