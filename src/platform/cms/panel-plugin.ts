import type { Config, Field, LabelFunction, Plugin, StaticLabel, Tab } from 'payload'

type Label = StaticLabel | LabelFunction

/**
 * A label of two languages as a function of one. Several of the panel's buttons write the label
 * into their name as it is, and would be called "[object Object]".
 */
function spoken(label: Label): Label {
  if (typeof label !== 'object') return label
  return ({ i18n }) => label[i18n.language] ?? label.ar ?? ''
}

const spokenPair = <Labels extends { singular?: Label; plural?: Label }>(labels: Labels): Labels => ({
  ...labels,
  ...(labels.singular && { singular: spoken(labels.singular) }),
  ...(labels.plural && { plural: spoken(labels.plural) }),
})

const inTab = (tab: Tab): Tab => ({ ...tab, fields: tab.fields.map(inField) })

function inField(field: Field): Field {
  // Nothing of ours has its label read out; rich text would name itself in one language for all.
  if (field.type === 'ui' || field.type === 'richText') return field
  if (field.type === 'tabs') return { ...field, tabs: field.tabs.map(inTab) }
  const named = 'label' in field && field.label ? { ...field, label: spoken(field.label) } : field
  if (named.type === 'array') {
    return { ...named, labels: named.labels && spokenPair(named.labels), fields: named.fields.map(inField) }
  }
  return 'fields' in named ? { ...named, fields: named.fields.map(inField) } : named
}

/** What every screen of the panel has in common: labels that can be read out, and no tab for programmers. */
export const panelForStaff: Plugin = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    labels: collection.labels && spokenPair(collection.labels),
    admin: { ...collection.admin, hideAPIURL: true },
    fields: collection.fields.map(inField),
  })),
  // A global's own label stays as it is: the page of its versions hands it to the browser.
  globals: config.globals?.map((global) => ({
    ...global,
    admin: { ...global.admin, hideAPIURL: true },
    fields: global.fields.map(inField),
  })),
})
