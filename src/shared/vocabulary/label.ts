/** A name in both languages. A type, not an interface: Payload wants labels with an index signature. */
export type BilingualLabel = { ar: string; en: string }

/** Options of a select field in the order of the list that the code knows. */
export const optionsOf = <Value extends string>(values: readonly Value[], labels: Record<Value, BilingualLabel>) =>
  values.map((value) => ({ value, label: labels[value] }))
