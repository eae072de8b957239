// Sends a form in the background, so that the page can say at once that it is sending, how far it is,
// and what became of it. Every sending ends: with the next page, with what is to be corrected, or with
// words and everything typed still in place.

/** A line on which nothing has moved for so long is given up. */
const GIVE_UP_MS = 60_000
/** After so long without movement another press sends again. The form's key makes it one submission. */
const STALLED_MS = 8000
/** Smaller forms are gone before a bar could be read. */
const BAR_BYTES = 200_000

/** A line under the buttons: what is happening, and a bar for what takes longer. */
function statusLine(form) {
  let line = form.querySelector('.sending')
  if (!line) {
    line = document.createElement('div')
    line.className = 'sending'
    line.append(document.createElement('p'), document.createElement('progress'))
    line.firstChild.setAttribute('aria-live', 'polite')
    line.lastChild.hidden = true
    form.querySelector('.actions').after(line)
  }
  const [words, bar] = line.children
  bar.setAttribute('aria-label', form.dataset.sending)
  return {
    say(text, { isWrong = false } = {}) {
      words.textContent = text
      words.className = isWrong ? 'sending-failed' : ''
    },
    link(text, url) {
      const link = document.createElement('a')
      link.href = url
      link.textContent = text
      words.replaceChildren(link)
    },
    progress(part) {
      bar.hidden = part === null
      if (part !== null) bar.value = part
    },
  }
}

/** The answer in the place of the page: the address and the way back stay what they are. */
function showAnswer(html, start) {
  const page = new DOMParser().parseFromString(html, 'text/html')
  const main = page.querySelector('main')
  const present = document.querySelector('main')
  if (!main || !present) return false
  document.title = page.title
  const shown = document.adoptNode(main)
  present.replaceWith(shown)
  start(shown)
  const first = shown.querySelector('[autofocus]')
  if (first) first.focus()
  else scrollTo(0, 0)
  return true
}

/** Posts the data. Settles always. */
function post(url, data, onProgress) {
  const request = new XMLHttpRequest()
  let movedAt = performance.now()
  const moved = () => {
    movedAt = performance.now()
  }
  const done = new Promise((resolve) => {
    const watch = setInterval(() => {
      if (performance.now() - movedAt > GIVE_UP_MS) request.abort()
    }, 1000)
    const end = (outcome) => {
      clearInterval(watch)
      resolve(outcome)
    }
    request.upload.onprogress = (event) => {
      moved()
      if (event.lengthComputable) onProgress(event.loaded, event.total)
    }
    request.onprogress = moved
    request.onload = () => {
      const isPage = (request.getResponseHeader('content-type') ?? '').startsWith('text/html')
      if (!isPage) end({ kind: 'failed' })
      else if (request.status < 400) end({ kind: 'taken', url: request.responseURL })
      else end({ kind: 'answered', html: request.responseText })
    }
    request.onerror = () => end({ kind: 'failed' })
    request.onabort = () => end({ kind: 'failed' })
  })
  request.open('POST', url)
  request.send(data)
  return { done, stop: () => request.abort(), idleMs: () => performance.now() - movedAt }
}

/**
 * One press of the button.
 * @param steps.proof puts the proof of work into the form
 * @param steps.start makes the forms of an answer ready
 * @param steps.onEnd called when another press may send
 */
export function createAttempt(form, { proof, pictures, start, onEnd }) {
  const line = statusLine(form)
  let posting = null
  let isStopped = false
  const end = () => {
    form.removeAttribute('aria-busy')
    line.progress(null)
    onEnd()
  }
  return {
    isStalled: () => posting !== null && posting.idleMs() > STALLED_MS,
    stop() {
      isStopped = true
      posting?.stop()
    },
    async run() {
      form.setAttribute('aria-busy', 'true')
      line.say(form.dataset.sending)
      const [files] = await Promise.all([pictures.filesOf(form), proof()])
      if (isStopped) return end()
      const data = new FormData(form)
      for (const [name, list] of files) {
        data.delete(name)
        for (const file of list) data.append(name, file, file.name)
      }
      posting = post(form.action, data, (loaded, total) => {
        if (total > BAR_BYTES) line.progress(loaded / total)
      })
      const outcome = await posting.done
      if (isStopped) return end()
      end()
      if (outcome.kind === 'taken') {
        // What was typed a moment before is no draft any more (drafts.js).
        form.dataset.taken = 'yes'
        rememberSent(form)
        line.link(form.dataset.sent, outcome.url)
        location.assign(outcome.url)
      } else if (outcome.kind === 'failed' || !showAnswer(outcome.html, start)) {
        line.say(form.dataset.sendingFailed, { isWrong: true })
      }
    },
  }
}

/** The page after it (sent.js) removes this form's draft and no other. */
function rememberSent(form) {
  try {
    if (form.dataset.slot) sessionStorage.setItem('draft-sent', form.dataset.slot)
  } catch {
    // Storage is off: there was no draft.
  }
}
