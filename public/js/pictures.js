// Files of a form: large pictures are made smaller on this device before they are sent, and what can't
// be taken is said by its name at once. A picture that was made smaller carries no place and no camera
// with it: only its pixels are written again, the right way up.

const MB = 1024 * 1024
/** A smaller picture goes as it is. */
const LARGE_BYTES = 1.5 * MB
/** Small print on a photographed page can be read at this size. */
const LONGEST_SIDE = 2600
const QUALITY = 0.85

const isPicture = (file) => /^image\//.test(file.type) || /\.(heic|heif)$/i.test(file.name)

async function redraw(file) {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  const context = canvas.getContext('2d')
  context.imageSmoothingQuality = 'high'
  // What was transparent is paper.
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY))
  canvas.width = 0
  return blob
}

/** The picture made smaller, or the file itself where that can't be done or gains nothing. */
async function smaller(file) {
  if (!isPicture(file) || file.size <= LARGE_BYTES) return file
  try {
    const blob = await redraw(file)
    if (!blob || blob.size >= file.size) return file
    return new File([blob], `${file.name.replace(/\.[^.]*$/, '')}.jpg`, { type: 'image/jpeg' })
  } catch {
    // Too large for this device's memory, or of a kind that this browser can't read.
    return file
  }
}

const made = new WeakMap()
const once = (file) => {
  if (!made.has(file)) made.set(file, smaller(file))
  return made.get(file)
}

const listed = (files) =>
  [...files].map((file) => `\u2068${file.name}\u2069`).join(document.dir === 'rtl' ? '، ' : ', ')

function hintOf(input) {
  let hint = input.parentElement.querySelector('.file-hint')
  if (!hint) {
    hint = document.createElement('span')
    hint.className = 'help file-hint'
    hint.setAttribute('aria-live', 'polite')
    input.after(hint)
  }
  return hint
}

/** Begins to make pictures smaller as soon as they are chosen, and says what can't be sent. */
export async function prepare(input) {
  const { maxBytes, maxTotal, maxFiles, tooLarge, tooLargeTogether, tooMany, madeSmaller } = input.dataset
  const hint = hintOf(input)
  const chosen = [...input.files]
  const files = await Promise.all(chosen.map(once))
  const isStillChosen =
    chosen.length === input.files.length && chosen.every((file, index) => file === input.files[index])
  if (!isStillChosen) return
  const large = files.filter((file) => file.size > Number(maxBytes))
  const shrunk = files.filter((file, index) => file !== chosen[index])
  const total = files.reduce((sum, file) => sum + file.size, 0)
  const words = []
  if (shrunk.length > 0) words.push(`${madeSmaller} ${listed(shrunk)}`)
  if (large.length > 0) words.push(`${tooLarge} ${listed(large)}`)
  if (files.length > Number(maxFiles)) words.push(tooMany)
  else if (large.length === 0 && total > Number(maxTotal)) words.push(tooLargeTogether)
  hint.textContent = words.join(' ')
}

/** What is sent in the place of the chosen files, by the name of their field. */
export const filesOf = (form) =>
  Promise.all(
    [...form.querySelectorAll('input[type=file]')].map(async (input) => [
      input.name,
      await Promise.all([...input.files].map(once)),
    ]),
  )
