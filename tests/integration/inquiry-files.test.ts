import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { env } from '@/platform/env'
import { getTracked } from '@/shared/casework/server/tracking'
import { attachmentLimits } from '@/shared/files/domain/attachment'
import { attachmentsOf } from '@/shared/files/server/attachment-rows'
import { readAttachment } from '@/shared/files/server/attachments'
import { removeOrphans } from '@/shared/files/server/orphan-job'
import { later, MINUTE, payload, posted, submit, withInquiries } from '../setup/inquiry-forms'

withInquiries()

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

const picture = (name = 'هوية.png', tail = '') => new File([png, tail], name)

describe('attachments', () => {
  it('are kept for the retry of a form with an error, encrypted, under a random name', async () => {
    const form = posted({ subject: '' }, { files: [picture()] })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { subject: 'required' } })
    const [kept] = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    if (!kept) throw new Error('Nothing kept')
    expect(await readAttachment(kept)).toEqual(png)
    const file = path.join(env().dataDir, 'attachments', kept.storageKey.slice(0, 2), kept.storageKey)
    expect((await readFile(file)).includes(png.subarray(0, 8))).toBe(false)
    expect(JSON.stringify(kept)).not.toContain('هوية')
    await submit({ ...form, values: { ...form.values, subject: 'عن التسجيل' }, files: [picture()] })
    expect((await getTracked(payload, form.submissionKey))?.attachments).toEqual(['هوية.png'])
  })

  it('are refused by what they are, not by what they are called', async () => {
    const program = new File(['MZ this is no picture'], 'photo.png', { type: 'image/png' })
    const form = posted({}, { files: [program] })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { attachments: 'wrongType' } })
    expect(await attachmentsOf(payload, form.submissionKey, 'test-setup')).toHaveLength(0)
  })

  it('are named by what they are, whatever ending they came with', async () => {
    const files = ['x.html', 'صورة.pdf', '👩\u200d👧'].map((name, index) => picture(name, String(index)))
    const form = posted({}, { files })
    await submit(form)
    const tracked = await getTracked(payload, form.submissionKey)
    expect(new Set(tracked?.attachments)).toEqual(new Set(['x.html.png', 'صورة.png', '👩\u200d👧.png']))
  })

  it('that are not kept are named, each with what is wrong with it', async () => {
    const files = [
      picture('هوية.png'),
      new File(['MZ this is no picture'], 'C:\\Users\\me\\عقد.docx'),
      new File([], 'empty.pdf'),
      new File([new Uint8Array(attachmentLimits.bytes + 1)], 'scan.pdf'),
    ]
    expect(await submit(posted({}, { files }))).toMatchObject({
      status: 'invalid',
      errors: { attachments: 'wrongType' },
      rejectedFiles: [
        { name: 'عقد.docx', code: 'wrongType' },
        { name: 'empty.pdf', code: 'empty' },
        { name: 'scan.pdf', code: 'tooLarge' },
      ],
    })
  })

  it('of ten megabytes are taken', async () => {
    const form = posted(
      {},
      { files: [new File([png, new Uint8Array(attachmentLimits.bytes - png.byteLength)], 'a.png')] },
    )
    expect(await submit(form)).toMatchObject({ status: 'ok' })
  })

  it('are three at most, and can be taken out again', async () => {
    const files = ['1', '2', '3', '4'].map((tail) => picture(`${tail}.png`, tail))
    const form = posted({}, { files })
    expect(await submit(form)).toMatchObject({ status: 'invalid', errors: { attachments: 'tooMany' } })
    const kept = await attachmentsOf(payload, form.submissionKey, 'test-setup')
    expect(kept).toHaveLength(3)
    await submit({ ...form, files: [], removed: [String(kept[0]?.id)] })
    expect((await getTracked(payload, form.submissionKey))?.attachments).toHaveLength(2)
  })

  it('that nothing owns are deleted after an hour, and no others', async () => {
    const [abandoned, sent] = [posted({ subject: '' }, { files: [picture()] }), posted({}, { files: [picture()] })]
    await submit(abandoned)
    await submit(sent)
    await removeOrphans.run(payload, later(59 * MINUTE))
    expect(await attachmentsOf(payload, abandoned.submissionKey, 'test-setup')).toHaveLength(1)
    await removeOrphans.run(payload, later(61 * MINUTE))
    expect(await attachmentsOf(payload, abandoned.submissionKey, 'test-setup')).toHaveLength(0)
    expect(await attachmentsOf(payload, sent.submissionKey, 'test-setup')).toMatchObject([{ isOwned: true }])
  })
})
