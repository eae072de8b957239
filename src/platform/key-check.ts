import type { Payload } from 'payload'
import { DecryptionError, decryptText, encryptText, keyedHash } from '@/platform/crypto'
import { SettingsError } from '@/platform/env'
import { asSystem } from '@/platform/system-payload'

const KEY = 'keys'
const PURPOSE = 'key-check'

const indexMark = () => keyedHash(KEY, PURPOSE)

const refusal = (name: string) =>
  new SettingsError(
    `${name} is not the one with which this database was made, so what people wrote could not be read and more would be lost. Put back the .env that belongs to the data (it is backed up beside it), then start again.`,
  )

async function storedMark(payload: Payload): Promise<string | null> {
  const { docs } = await payload.find({
    collection: 'system-records',
    where: { key: { equals: KEY } },
    limit: 1,
    pagination: false,
    ...asSystem('keep-rules'),
  })
  return docs[0]?.holder ?? null
}

/**
 * Refuses keys that can't decrypt the database's personal fields. The database holds a value encrypted with its first
 * keys, which is part of every backup.
 * @throws SettingsError naming the setting and the cure
 */
export async function checkKeys(payload: Payload): Promise<void> {
  const mark = (await storedMark(payload)) ?? (await writeMark(payload))
  const [index, envelope = ''] = mark.split(' ')
  if (index !== indexMark()) throw refusal('INDEX_KEY')
  try {
    decryptText(envelope, PURPOSE)
  } catch (error) {
    if (error instanceof DecryptionError) throw refusal('DATA_KEYS')
    throw error
  }
}

async function writeMark(payload: Payload): Promise<string> {
  const mark = `${indexMark()} ${seal()}`
  try {
    await payload.create({
      collection: 'system-records',
      data: { key: KEY, value: 1, holder: mark },
      ...asSystem('keep-rules'),
    })
    return mark
  } catch (error) {
    // Another process won the race.
    const written = await storedMark(payload)
    if (written === null) throw error
    return written
  }
}

function seal(): string {
  try {
    return encryptText(KEY, PURPOSE)
  } catch (error) {
    throw new SettingsError(error instanceof Error ? error.message : String(error))
  }
}
