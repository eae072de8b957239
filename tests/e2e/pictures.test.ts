import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { openPage, withBrowser } from './setup/browser'
import { fillIn, locales, send, waiting } from './setup/contact-form'

withBrowser()

describe('pictures', () => {
  /** As a telephone held upright saves it: turned by a note, with place and maker. */
  async function camera(): Promise<Buffer> {
    const [width, height] = [3600, 2700]
    const raw = Buffer.alloc(width * height * 3)
    let seed = 1
    for (let at = 0; at < raw.length; at += 1) {
      seed = (seed * 1103515245 + 12345) & 0x7fffffff
      raw[at] = (seed >> 16) & 63
    }
    // What was up when it was taken is red.
    for (let y = 0; y < height; y += 1) raw.fill(Buffer.from([230, 0, 0]), y * width * 3, (y * width + 300) * 3)
    return sharp(raw, { raw: { width, height, channels: 3 } })
      .withExif({ IFD0: { Make: 'Secretphone' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 42/1 0/1' } })
      .withMetadata({ orientation: 6 })
      .jpeg({ quality: 95 })
      .toBuffer()
  }

  it('of a camera are made smaller before they are sent, the right way up and without where they were taken', async () => {
    const picture = await camera()
    expect(picture.byteLength).toBeGreaterThan(5_000_000)
    const page = await openPage({ locale: 'ar' })
    await page.goto('/ar/contact')
    await fillIn(page)
    await page.setInputFiles('[name="attachments"]', {
      name: 'صورة.JPEG',
      mimeType: 'image/jpeg',
      buffer: picture,
    })
    await expect.poll(() => page.locator('.file-hint').textContent(), waiting).toContain('صورة.jpg')
    // What is sent in its place: browsers give a test the fields of a posted form, not its files.
    const bytes = await page.evaluate<number[]>(`(async () => {
      const { filesOf } = await import(location.origin + '/js/pictures.js')
      const [[, [file]]] = await filesOf(document.querySelector('main form'))
      return [...new Uint8Array(await file.arrayBuffer())]
    })()`)
    const smaller = Buffer.from(bytes)
    const { width = 0, height = 0, orientation, exif } = await sharp(smaller).metadata()
    expect(smaller.byteLength).toBeLessThan(picture.byteLength / 2)
    expect([width < height, Math.max(width, height)]).toEqual([true, 2600])
    expect(orientation ?? 1).toBe(1)
    expect(exif?.includes('Secretphone') ?? false).toBe(false)
    expect(smaller.includes('Secretphone')).toBe(false)
    const top = await sharp(smaller)
      .extract({ left: 200, top: 20, width: width - 400, height: 60 })
      .png()
      .toBuffer()
    const { dominant } = await sharp(top).stats()
    expect(dominant.r).toBeGreaterThan(180)
    expect(dominant.g).toBeLessThan(60)
    await send(page)
    await page.waitForURL(/\/contact\/receipt\//)
    await expect.poll(() => page.innerText('main')).toContain('صورة.jpg')
  }, 60_000)

  it.each(locales)(
    'and papers of up to 10 MB are taken without scripts, and a larger one is named, in %s',
    async (locale) => {
      const page = await openPage({ locale, scripts: false })
      await page.goto(`/${locale}/contact`)
      await fillIn(page)
      const paper = (name: string, megabytes: number) => ({
        name,
        mimeType: 'application/pdf',
        buffer: Buffer.concat([Buffer.from('%PDF-1.4\n'), Buffer.alloc(megabytes * 1024 * 1024 - 9)]),
      })
      await page.setInputFiles('[name="attachments"]', [paper('خطاب.pdf', 11), paper('report.pdf', 2)])
      await send(page)
      const summary = page.locator('#errors')
      await summary.waitFor()
      await expect.poll(() => summary.innerText()).toContain('خطاب.pdf')
      await expect.poll(() => summary.innerText()).not.toContain('report.pdf')
      await page.setInputFiles('[name="attachments"]', paper('خطاب.pdf', 10))
      await send(page)
      await page.waitForURL(/\/contact\/receipt\//)
      const shown = await page.innerText('main')
      for (const name of ['خطاب.pdf', 'report.pdf']) expect(shown).toContain(name)
    },
    60_000,
  )
})
