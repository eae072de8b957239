import type { MigrateUpArgs } from '@payloadcms/db-sqlite'
import { migrations as delivered } from '../../src/migrations'

/**
 * The migrations of a version to come, which tests/integration/upgrades.test.ts builds `prepare`
 * with: one that rebuilds a table with rows that depend on it, as drizzle-kit writes it, and one that
 * does half of its work and then what TEST_UPGRADE says.
 */
const rebuild = {
  name: '20990101_000000_rebuild',
  async up({ db }: MigrateUpArgs) {
    const { rows } = await db.run("SELECT sql FROM sqlite_master WHERE name = 'users'")
    const table = String(rows[0]?.sql)
    await db.run('PRAGMA foreign_keys=OFF')
    await db.run(table.replace(/CREATE TABLE [`"]?users[`"]?/, 'CREATE TABLE `__new_users`'))
    await db.run('INSERT INTO `__new_users` SELECT * FROM `users`')
    await db.run('DROP TABLE `users`')
    await db.run('ALTER TABLE `__new_users` RENAME TO `users`')
    await db.run('PRAGMA foreign_keys=ON')
    await db.run('ALTER TABLE `departments` ADD `to_come` text')
  },
}

const half = {
  name: '20990102_000000_half',
  async up({ db }: MigrateUpArgs) {
    await db.run('DELETE FROM `inquiries`')
    await db.run('CREATE TABLE `half_made` (id text)')
    if (process.env.TEST_UPGRADE === 'fails') await db.run('ALTER TABLE `no_such_table` ADD `x` text')
    process.stdout.write('half\n')
    // Pause: the process is killed here.
    await new Promise((later) => setTimeout(later, 60_000))
  },
}

export const migrations = [...delivered, rebuild, ...(process.env.TEST_UPGRADE === 'ends' ? [] : [half])]
