/**
 * A process of its own on the database of a test: what two copies of the site do at the same time.
 * Bundled and started by tests/setup/processes.ts; each command prints one line.
 */
import config from '@payload-config'
import { getPayload } from 'payload'
import { rateLimiter, shareRateLimits } from '@/platform/rate-limit'
import { raiseRevision, readRevision } from '@/platform/revision'
import { startSweeps } from '@/platform/sweeps'
import { asSystem } from '@/platform/system-payload'

const say = (line: string) => process.stdout.write(`${line}\n`)
const [command = '', argument = ''] = process.argv.slice(2)
const payload = await getPayload({ config })

const commands: Record<string, () => Promise<void>> = {
  /** Tries `argument` times against one limit of 20. */
  async limit() {
    shareRateLimits(async () => payload)
    const limiter = rateLimiter({ name: 'two-processes', points: 20, seconds: 600 })
    let passed = 0
    for (let index = 0; index < Number(argument); index += 1) if (await limiter.consume('one')) passed += 1
    say(`passed ${passed}`)
  },

  async raise() {
    for (let index = 0; index < Number(argument); index += 1) await raiseRevision(payload)
    say(`revision ${await readRevision(payload)}`)
  },

  /** Claims what is to be done one by one under the lease and "mails" it; `argument` is a pause before each, in ms. */
  async sweep() {
    const rounds = startSweeps(
      [
        {
          name: 'claim',
          async run() {
            const { docs } = await payload.find({
              collection: 'system-records',
              where: { and: [{ key: { like: 'todo-' } }, { holder: { equals: 'open' } }] },
              limit: 100,
              pagination: false,
              sort: 'key',
              ...asSystem('sweep'),
            })
            for (const { key } of docs) {
              await new Promise((later) => setTimeout(later, Number(argument)))
              const claimed = await payload.db.updateOne({
                collection: 'system-records',
                where: { and: [{ key: { equals: key } }, { holder: { equals: 'open' } }] },
                data: { holder: 'done' },
                options: { atomic: true },
              })
              if (claimed) say(`mailed ${key}`)
            }
            return docs.length
          },
        },
      ],
      async () => payload,
      // The clock runs fast, so that the lease of a dead process is over soon.
      { seconds: 0.05, now: fastClock() },
    )
    process.on('SIGTERM', () => void rounds.stop().then(() => process.exit(0)))
    setInterval(() => undefined, 1000)
  },
}

function fastClock(): () => Date {
  const started = Date.now()
  return () => new Date(started + (Date.now() - started) * 30)
}

say('ready')
await commands[command]?.()
if (command !== 'sweep') process.exit(0)
