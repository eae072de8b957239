/**
 * A list that a test goes through: where it is empty nothing would be checked.
 * @throws when there is nothing in it
 */
export function nonEmpty<Item>(items: Iterable<Item>): Item[] {
  const list = [...items]
  if (list.length === 0) throw new Error('There is nothing to go through, so nothing would be checked.')
  return list
}
