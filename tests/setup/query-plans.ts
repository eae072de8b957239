import type { Payload } from 'payload'
import { expect } from 'vitest'
import type { User } from '@/payload-types'
import { formatCursor } from '@/shared/casework/domain/cursor'
import { type CaseView, queryFor } from '@/shared/casework/server/desk/case-queries'

/** A place in the middle of a view, at a row of this id. A cursor of another length would ask for a first page. */
export function cursorOf(view: CaseView, user: User, instant: Date, id: string): string {
  const { order } = queryFor(view, user, instant)
  return formatCursor({ instants: order.map(() => instant.toISOString()), id })
}

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
  return (await plansAndValuesOf(payload, table, ask)).plans
}

/** The same, and the values with which it was asked. */
export async function plansAndValuesOf(
  payload: Payload,
  table: string,
  ask: () => Promise<unknown>,
): Promise<{ plans: string[]; values: unknown[] }> {
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
  const answers = await Promise.all(asked.map(({ sql, args }) => execute({ sql: `explain query plan ${sql}`, args })))
  const plans = answers
    .flatMap(({ rows }) => rows.map(({ detail }) => detail))
    .filter((line) => new RegExp(`\\b(SCAN|SEARCH) ${table}\\b`).test(line))
  // Where no line is about the table, nothing was looked at.
  expect(plans.length).toBeGreaterThanOrEqual(asked.length)
  return { plans, values: asked.flatMap(({ args }) => args) }
}
