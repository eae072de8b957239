import { describe, expect, it } from 'vitest'
import { encryptText, randomToken } from '@/platform/crypto'
import { asSystem } from '@/platform/system-payload'
import { readCase } from '@/shared/casework/server/desk/read-case'
import { findAttachment } from '@/shared/files/server/open-attachment'
import { createInquiry } from '../factories/inquiries'
import { auditor, editor, lead, now, officer, payload, withDesk } from '../setup/desk'

withDesk()

describe('a private file', () => {
  it('is found by who may read its case, and by nobody else', async () => {
    const inquiry = await createInquiry(payload)
    const file = await payload.create({
      collection: 'attachments',
      data: {
        submissionKey: inquiry.submissionKey,
        contentKey: randomToken(),
        originalName: encryptText('وكالة.pdf', 'attachment.name'),
        mimeType: 'application/pdf',
        size: 12,
        fingerprint: 'f',
        storageKey: randomToken(),
        storedAt: now.toISOString(),
        isOwned: true,
      },
      ...asSystem('test-setup'),
    })
    expect((await findAttachment(payload, officer, file.id))?.id).toBe(file.id)
    expect((await findAttachment(payload, auditor, file.id))?.id).toBe(file.id)
    expect(await findAttachment(payload, lead, file.id)).toBeNull()
    expect(await findAttachment(payload, editor, file.id)).toBeNull()
    const folder = await readCase({ payload, user: officer, id: inquiry.id, locale: 'ar', now })
    expect(folder?.files).toEqual([{ id: file.id, name: 'وكالة.pdf', size: 12, mimeType: 'application/pdf' }])
  })
})
