// Drafts: what is typed stays on this device until it was sent, for a week at most. Files and consent
// don't. A draft knows what it is about, so that words about one service never appear under another.
// The page after a form (sent.js) removes the one that was sent.

const WEEK_MS = 7 * 86_400_000
const PAUSE_MS = 400

const isKept = (field) =>
  field.name && !['hidden', 'file', 'submit'].includes(field.type) && !['consent', 'website'].includes(field.name)
const isChoice = (field) => ['radio', 'checkbox'].includes(field.type)

// Storage may be off or full: a draft is a courtesy, never a condition.
const attempt = (work) => {
  try {
    return work()
  } catch {
    return null
  }
}

const baseOf = (form) => `draft:${form.dataset.draft}`

/** What the form is about now: the service that is chosen, else what the address of the page said. */
const aboutOf = (form) => form.elements.service?.value || form.dataset.topic || ''

/** Drafts of before said it among their values only. */
const aboutOfDraft = ({ about, values }) => about ?? values.find(([name]) => name === 'service')?.[1] ?? ''

const remove = (slot) => attempt(() => localStorage.removeItem(slot))

/** The drafts of this form, the newest first; those of last week are removed. */
function draftsOf(form) {
  const base = baseOf(form)
  return (attempt(() => Object.keys(localStorage)) ?? [])
    .filter((slot) => slot === base || slot.startsWith(`${base}#`))
    .map((slot) => ({ slot, draft: attempt(() => JSON.parse(localStorage.getItem(slot))) }))
    .filter(({ slot, draft }) => {
      const isGood = draft && Date.now() - draft.at <= WEEK_MS
      if (!isGood) remove(slot)
      return isGood
    })
    .sort((left, right) => right.draft.at - left.draft.at)
}

/** Where each form of this page keeps its draft, also after its answer came in the place of the page. */
const slots = new Map()

function adoptSlot(form, slot) {
  slots.set(form.dataset.draft, slot)
  form.dataset.slot = slot
}

function save(form) {
  if (form.dataset.taken) return
  if (!form.dataset.slot) {
    adoptSlot(form, slots.get(form.dataset.draft) ?? `${baseOf(form)}#${Math.random().toString(36).slice(2)}`)
  }
  const values = [...form.elements]
    .filter(isKept)
    .filter((field) => (isChoice(field) ? field.checked : field.value !== ''))
    .map((field) => [field.name, field.value])
  const draft = { at: Date.now(), about: aboutOf(form), values }
  attempt(() => localStorage.setItem(form.dataset.slot, JSON.stringify(draft)))
}

const timers = new WeakMap()

/** Saves a moment after the last change. */
export function keep(form) {
  clearTimeout(timers.get(form))
  timers.set(
    form,
    setTimeout(() => save(form), PAUSE_MS),
  )
}

function fill(form, { values }) {
  // What the address of the page said is newer than the draft.
  const preset = (form.dataset.preset ?? '').split(' ')
  const fields = [...form.elements].filter((field) => isKept(field) && !preset.includes(field.name))
  for (const field of fields) {
    const given = values.filter(([name]) => name === field.name).map(([, value]) => value)
    if (isChoice(field)) {
      // A group of which nothing was chosen keeps what the form proposes.
      if (field.type === 'checkbox' || given.length > 0) field.checked = given.includes(field.value)
    } else if (given.length > 0) field.value = given[0]
    field.dispatchEvent(new Event('restored'))
  }
}

/** Choices alone are made again in a moment; it is words that are missed. */
const hasWords = (form, { values }) =>
  values.some(([name]) => form.elements[name]?.matches?.('textarea, input:not([type=checkbox])'))

/** Fills in what was typed here before, and says so with a way to clear it. */
export function restore(form, { isReturned }) {
  const about = aboutOf(form)
  const found = draftsOf(form).find(
    ({ draft }) => (about === '' || aboutOfDraft(draft) === about) && hasWords(form, draft),
  )
  if (isReturned) {
    const slot = slots.get(form.dataset.draft) ?? found?.slot
    if (slot) adoptSlot(form, slot)
    return
  }
  // A person who is already typing isn't interrupted.
  if (!found || form.dataset.slot || form.dataset.touched) return
  fill(form, found.draft)
  adoptSlot(form, found.slot)
  const note = document.createElement('p')
  note.className = 'note small draft-note'
  note.setAttribute('role', 'status')
  const clear = document.createElement('button')
  clear.type = 'button'
  clear.className = 'button button-quiet'
  clear.textContent = form.dataset.draftClear
  clear.addEventListener('click', () => {
    clearTimeout(timers.get(form))
    remove(form.dataset.slot)
    form.reset()
    for (const field of form.elements) field.dispatchEvent(new Event('restored'))
    note.remove()
    form.querySelector('input:not([type=hidden])')?.focus()
  })
  note.append(form.dataset.draftRestored, ' ', clear)
  form.prepend(note)
}
