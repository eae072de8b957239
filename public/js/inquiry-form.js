// The contact form, made nicer. Without this script it works the same, within tighter limits.
import { keepDraft } from './draft.js'
import { guardForm } from './guarded-form.js'
import { countCharacters, hintAtFiles } from './hints.js'

for (const form of document.querySelectorAll('form[data-inquiry-form]')) {
  keepDraft(form, guardForm(form))
  countCharacters(form)
  hintAtFiles(form)
}
