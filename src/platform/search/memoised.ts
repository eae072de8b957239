/** Caches a function's result per word, because words repeat. */
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
