/** A step that can't go on. `message` is one sentence that names the cure. */
export class StepFailure extends Error {
  name = 'StepFailure'
}

/**
 * The sentence for what the disk refuses, or null.
 * @param {string} text error code, message or the end of a program's output
 * @param {string} place what was being written
 */
export function diskCureFor(text, place) {
  if (/ENOSPC|SQLITE_FULL|no space left|disk is full/i.test(text)) {
    return `The disk is full: free some space (about 2 GB for the packages and the build), then run it again (${place}).`
  }
  if (/EACCES|EROFS|EPERM|SQLITE_READONLY|permission denied/i.test(text)) {
    return `${place} can't be written: give this user the right to write there, or name another folder with DATA_DIR.`
  }
  return null
}

/**
 * The same, and for what is fetched from the internet. Not for programs that speak with a database:
 * of that they say more.
 * @param {string} place what was being written or reached
 */
export function cureFor(text, place) {
  const cure = diskCureFor(text, place)
  if (cure) return cure
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|network request/i.test(text)) {
    return `The network can't be reached (${place}): connect to the internet, or set npm's proxy or registry, then run it again.`
  }
  return null
}
