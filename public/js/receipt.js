// It was sent: the contact form's draft (form.js) has done its work.
try {
  localStorage.removeItem('draft:contact')
} catch {
  // Storage is off, so there was no draft.
}
