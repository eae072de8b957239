import layersModule from './layers.cjs'

const START = '<!-- layers: written by npm run generate -->'
const END = '<!-- /layers -->'

/** The table of layers.cjs in Markdown. */
export function layerTable() {
  const rows = layersModule.layers.map(({ folder, holds, says }) => `| \`${folder}\` | ${holds} | ${says} |`)
  return ['| folder | holds | may import, besides itself |', '| --- | --- | --- |', ...rows].join('\n')
}

/**
 * A document with the table between its two marks.
 * @throws Error when a mark is missing
 */
export function withLayerTable(markdown) {
  const [before, rest] = markdown.split(START)
  const after = rest?.split(END)[1]
  if (after === undefined) throw new Error(`The document needs the marks ${START} and ${END}.`)
  return `${before}${START}\n\n${layerTable()}\n\n${END}${after}`
}
