// It was sent: its draft (drafts.js) has done its work. And a button to print what is to be kept.
try {
  const slot = sessionStorage.getItem('draft-sent')
  sessionStorage.removeItem('draft-sent')
  if (slot) localStorage.removeItem(slot)
} catch {
  // Storage is off, so there was no draft.
}

for (const button of document.querySelectorAll('button[data-print]')) {
  button.hidden = false
  button.addEventListener('click', () => print())
}
