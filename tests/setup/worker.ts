/**
 * A copy of the site without its pages: the background work and the use cases, as a process of its
 * own on the database of a test. Bundled and started by tests/setup/processes.ts; reads one command
 * a line and answers each with one line.
 */
import { createInterface } from 'node:readline'
import { startBackground } from '@/background'
import { submitInquiry } from '@/features/inquiries/server/submit-inquiry'
import { getCms } from '@/payload/get-cms'
import { randomToken } from '@/platform/crypto'
import { processState } from '@/platform/process-state'
import { bumpRevision } from '@/platform/revision'

const say = (line: string) => process.stdout.write(`${line}\n`)

/** Runs fast and alike in all workers, so that the lease of a dead one is over in two seconds. */
const began = Number(process.env.TEST_CLOCK_BEGAN)
const now = () => new Date(began + (Date.now() - began) * 30)

const submit = async (name: string, clientAddress: string) =>
  submitInquiry({
    payload: await getCms(),
    clock: () => new Date(),
    posted: {
      values: {
        kind: 'question',
        service: '',
        subject: name,
        message: `متى تبدأ الدورة القادمة؟ ${name}`,
        isAnonymous: false,
        name: 'هند القحطاني',
        phone: '',
        email: `${name}@example.org`,
        replyChannel: 'email',
        replyLocale: 'ar',
        consent: true,
      },
      submissionKey: randomToken(),
      files: [],
      removed: [],
      proof: '',
      honeypot: '',
    },
    clientAddress,
    consentVersion: '2026-11',
    targetDaysOf: () => 3,
    serviceIdOf: () => null,
  })

const commands: Record<string, (name: string, count: number) => Promise<string>> = {
  /** Sends `count` inquiries at once, each from an address of its own. */
  async submit(name, count) {
    const all = Array.from({ length: count }, (_, index) => submit(`${name}-${index}`, randomToken()))
    return `${(await Promise.all(all)).filter(({ status }) => status === 'ok').length} taken`
  },

  /** The same, from one address for all workers. */
  async 'submit-from-one-address'(name, count) {
    const all = Array.from({ length: count }, (_, index) => submit(`${name}-${index}`, 'one address'))
    return `${(await Promise.all(all)).filter(({ status }) => status === 'ok').length} taken`
  },

  async raise(_name, count) {
    const payload = await getCms()
    for (let index = 0; index < count; index += 1) await bumpRevision(payload)
    return 'raised'
  },
}

startBackground({ now })
await processState().firstContact
let seen = -1
setInterval(() => {
  const { revision } = processState()
  if (revision === null || revision === seen) return
  seen = revision
  say(`revision ${revision}`)
}, 10)

createInterface({ input: process.stdin }).on('line', async (line) => {
  const [command = '', name = '', count = '0'] = line.split(' ')
  say(`${line}: ${await commands[command]?.(name, Number(count))}`)
})
process.stdin.on('end', () => process.exit(0))
say('ready')
