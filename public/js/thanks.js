// It was sent: the drafts of evaluations (form.js) have done their work.
try {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith('draft:evaluation')) localStorage.removeItem(key)
  }
} catch {
  // Storage is off, so there was no draft.
}
