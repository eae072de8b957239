// What is typed stays on this device until it was sent, for a week at most. Files and consent don't.
const WEEK_MS = 7 * 86_400_000
const nameOf = (form) => `draft:${form.dataset.draft}`
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

export const clearDraft = (name) => attempt(() => localStorage.removeItem(`draft:${name}`))

function save(form) {
  const fields = [...form.elements].filter(isKept)
  const values = fields
    .filter((field) => (['radio', 'checkbox'].includes(field.type) ? field.checked : field.value !== ''))
    .map((field) => [field.name, field.value])
  attempt(() => localStorage.setItem(nameOf(form), JSON.stringify({ at: Date.now(), values })))
}

function restore(form) {
  const draft = attempt(() => JSON.parse(localStorage.getItem(nameOf(form))))
  if (!draft) return false
  if (Date.now() - draft.at > WEEK_MS) {
    clearDraft(form.dataset.draft)
    return false
  }
  const isText = (field) => !['radio', 'checkbox'].includes(field.type)
  if (!draft.values.some(([name]) => ['subject', 'message', 'name', 'phone', 'email'].includes(name))) return false
  for (const field of [...form.elements].filter(isKept)) {
    const given = draft.values.filter(([name]) => name === field.name).map(([, value]) => value)
    if (given.length === 0) continue
    if (isText(field)) field.value = given[0]
    else field.checked = given.includes(field.value)
  }
  return true
}

export function keepDraft(form, isFresh) {
  if (isFresh && restore(form)) {
    const note = document.createElement('p')
    note.className = 'note small'
    note.setAttribute('role', 'status')
    const clear = document.createElement('button')
    clear.type = 'button'
    clear.className = 'button button-quiet'
    clear.textContent = form.dataset.draftClear
    clear.addEventListener('click', () => {
      clearDraft(form.dataset.draft)
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
    timer = setTimeout(() => save(form), 400)
  })
}
