'use strict'
// Old syntax on purpose: this runs on the very versions of Node that it refuses.
var wanted = [20, 9]

/** @returns {string | null} one sentence when this Node is too old */
exports.complaint = (version) => {
  var parts = version.split('.').map(Number)
  if (parts[0] > wanted[0] || (parts[0] === wanted[0] && parts[1] >= wanted[1])) return null
  return (
    'This needs Node.js ' +
    wanted.join('.') +
    ' or newer and found ' +
    version +
    ': install it from https://nodejs.org and run it again.'
  )
}
