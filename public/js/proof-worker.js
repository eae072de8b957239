// Finds the counter whose key begins as the challenge asks (altcha, PBKDF2): a few hundred tries.
const bytesOf = (hex) => Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
const hexOf = (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
const MAX_TRIES = 100_000

addEventListener('message', async ({ data: challenge }) => {
  const { algorithm, nonce, salt, cost, keyLength, keyPrefix } = challenge.parameters
  const start = bytesOf(nonce)
  const password = new Uint8Array(start.length + 4)
  password.set(start)
  const view = new DataView(password.buffer)
  const derivation = {
    name: 'PBKDF2',
    salt: bytesOf(salt),
    iterations: cost,
    hash: algorithm.slice('PBKDF2/'.length),
  }
  for (let counter = 0; counter < MAX_TRIES; counter += 1) {
    view.setUint32(start.length, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hexOf(new Uint8Array(await crypto.subtle.deriveBits(derivation, key, keyLength * 8)))
    if (derivedKey.startsWith(keyPrefix)) {
      postMessage({ challenge, solution: { counter, derivedKey } })
      return
    }
  }
  postMessage(null)
})
