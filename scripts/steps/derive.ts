/**
 * Run by scripts/generate.mjs through `payload run`: writes the types and the import map in place
 * and a migration from the newest snapshot in a folder to the configuration's schema, an empty one
 * when there is nothing to change, so that an end without any file can't pass for "no change".
 */
import config from '@payload-config'
import payload, { generateImportMap } from 'payload'
import { generateTypes } from 'payload/node'

const [folder, name] = process.argv.slice(2)
if (!folder || !name) throw new Error('derive.ts FOLDER NAME')

const loaded = await config
await generateTypes(loaded, { log: false })
await generateImportMap(loaded, { log: false, force: true })
await payload.init({ config: loaded, disableDBConnect: true, disableOnInit: true })
payload.db.migrationDir = folder
await payload.db.createMigration({ forceAcceptWarning: true, migrationName: name, payload })
