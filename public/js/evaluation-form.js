// The evaluation form, made nicer. Without this script it works the same, within tighter limits.
import { guardForm } from './guarded-form.js'
import { countCharacters } from './hints.js'

for (const form of document.querySelectorAll('form[data-evaluation-form]')) {
  guardForm(form)
  countCharacters(form)
}
