/** The fields of a form by their names, files among them. */
export type Fields = Record<string, string | readonly File[]>

/** A form as a browser posts it. */
export function formOf(fields: Fields): FormData {
  const data = new FormData()
  for (const [name, value] of Object.entries(fields)) {
    if (typeof value === 'string') data.set(name, value)
    else for (const file of value) data.append(name, file)
  }
  return data
}

let addresses = 0
/** Each from somewhere else, so that none is too many. */
export const newAddress = () => `192.0.2.${++addresses}`
