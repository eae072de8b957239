// Counters beside long fields, and a word about files before they are sent in vain.
function hintFor(field) {
  const hint = document.createElement('span')
  hint.className = 'help'
  hint.setAttribute('aria-live', 'polite')
  field.after(hint)
  return hint
}

export function countCharacters(form) {
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

export function hintAtFiles(form) {
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
