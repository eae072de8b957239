/** Remembers what was made of each word: the same words come again and again. */
export function memoised<Value>(make: (word: string) => Value): (word: string) => Value {
  const known = new Map<string, Value>()
  return (word) => {
    let value = known.get(word)
    if (value === undefined) {
      value = make(word)
      known.set(word, value)
    }
    return value
  }
}
