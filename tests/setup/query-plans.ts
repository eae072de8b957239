import type { Payload } from 'payload'
import { expect } from 'vitest'

/** What libsql is asked, and how it would go about it. */
interface Statement {
  sql: string
  args: never[]
}
interface Client {
  execute(statement: Statement): Promise<{ rows: { detail: string }[] }>
}

/** How SQLite finds the rows of `table` that `ask` asks for: the plan's lines about that table. */
export async function plansOf(payload: Payload, table: string, ask: () => Promise<unknown>): Promise<string[]> {
  const { client } = payload.db as unknown as { client: Client }
  const execute = client.execute.bind(client)
  const statements: Statement[] = []
  client.execute = async (statement) => {
    statements.push(statement)
    return execute(statement)
  }
  try {
    await ask()
  } finally {
    client.execute = execute
  }
  const asked = statements.filter(({ sql }) => sql.includes(`from "${table}"`))
  expect(asked.length).toBeGreaterThan(0)
  const plans = await Promise.all(asked.map(({ sql, args }) => execute({ sql: `explain query plan ${sql}`, args })))
  return plans
    .flatMap(({ rows }) => rows.map(({ detail }) => detail))
    .filter((line) => new RegExp(`\\b(SCAN|SEARCH) ${table}\\b`).test(line))
}
