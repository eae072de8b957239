import { setTimeout as pause } from 'node:timers/promises'
import { administrator, startSite } from '../e2e/setup/running-site'
import { settle } from './setup/settle'
import { percentile, rounded } from './setup/statistics'

/**
 * From an editor's save (PATCH to the API that the panel uses, sent) until a visitor's GET of the
 * page shows it, in milliseconds. The visitor asks over and over from the moment of the save, as
 * many would; the wait between two edits lets the revision settle.
 */
const EDITS = 15
const SLUG = 'registration'
const MAX_WAIT_MS = 10_000

interface Service {
  docs: { id: string; summary: string }[]
}

export async function bench() {
  const site = await startSite({ SWEEP_SECONDS: '10' })
  try {
    const json = { 'content-type': 'application/json' }
    const signIn = await fetch(`${site.url}/api/users/login`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify(administrator),
    })
    const { token } = (await signIn.json()) as { token: string }
    const headers = { ...json, authorization: `JWT ${token}` }
    const found = await fetch(`${site.url}/api/services?where[slug][equals]=${SLUG}&locale=ar&depth=0`, { headers })
    const [service] = ((await found.json()) as Service).docs
    if (!service) throw new Error(`There is no service "${SLUG}".`)
    const page = `${site.url}/ar/services/${SLUG}`
    await settle([page])

    const save = async (summary: string) => {
      const saved = await fetch(`${site.url}/api/services/${service.id}?locale=ar&depth=0`, {
        method: 'PATCH',
        headers,
        body: JSON.stringify({ summary, _status: 'published' }),
      })
      if (!saved.ok) throw new Error(`The edit was refused with ${saved.status}: ${await saved.text()}`)
      return performance.now()
    }
    const shown = async (summary: string) => {
      const deadline = performance.now() + MAX_WAIT_MS
      while (performance.now() < deadline) {
        const answer = await fetch(page, { headers: { 'accept-encoding': 'br' } })
        if ((await answer.text()).includes(summary)) return performance.now()
      }
      throw new Error(`An edit was not shown in ${MAX_WAIT_MS} ms.`)
    }
    const times: { saving: number; fresh: number }[] = []
    // The first one loads what the panel's API needs, and is not counted.
    for (let edit = 0; edit <= EDITS; edit += 1) {
      const summary = `${service.summary} (${edit})`
      const started = performance.now()
      const [saved, fresh] = await Promise.all([save(summary), shown(summary)])
      if (edit > 0) times.push({ saving: saved - started, fresh: fresh - started })
      // Pause: each edit is measured alone.
      await pause(400)
    }
    const of = (name: 'saving' | 'fresh', share: number) =>
      rounded(
        percentile(
          times.map((time) => time[name]),
          share,
        ),
      )
    return {
      edits: EDITS,
      freshMedianMs: of('fresh', 0.5),
      freshMaxMs: of('fresh', 1),
      /** Of it, until the API's own answer to the editor. */
      savedMedianMs: of('saving', 0.5),
    }
  } finally {
    await site.remove()
  }
}
