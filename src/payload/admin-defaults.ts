import type { CollectionConfig, Config, GlobalConfig, LabelFunction, Plugin, StaticLabel } from 'payload'
import { documentRights, isDocumentSlug } from '@/platform/rights'

type Label = StaticLabel | LabelFunction

/** Turns a label in both languages into Payload's function form. */
function toLabelFunction(label: Label): Label {
  if (typeof label !== 'object') return label
  return ({ i18n }) => label[i18n.language] ?? label.ar ?? ''
}

/**
 * Several buttons of the panel insert a collection's label as it is and would show "[object Object]". Labels of
 * fields and globals stay objects: Payload caches the result of a field's function in the first language requested,
 * and passes a global's label to the browser.
 */
function named({ labels }: CollectionConfig): Pick<CollectionConfig, 'labels'> {
  if (!labels) return {}
  const { singular, plural } = labels
  return {
    labels: {
      ...labels,
      ...(singular && { singular: toLabelFunction(singular) }),
      ...(plural && { plural: toLabelFunction(plural) }),
    },
  }
}

const versionsView = { Component: '/src/panel/versions-view#VersionsView' }
/** Payload's own button offers restores that must fail and gives no reason. */
const versionView = { actions: ['/src/panel/restore-version#RestoreVersion'] }

/** Buttons of documents with drafts, limited to those that a person may use. */
function buttonsOf({ slug, versions }: CollectionConfig | GlobalConfig) {
  if (typeof versions !== 'object' || !versions.drafts || !isDocumentSlug(slug)) return {}
  const stays = documentRights[slug].published.unpublish.length === 0
  return {
    PublishButton: '/src/panel/publish-button#PublishButton',
    ...(stays && { UnpublishButton: '/src/panel/publish-button#NoButton' }),
  }
}

/** Hides the API tab and replaces Payload's list of versions by our own. */
function adminOf<C extends CollectionConfig | GlobalConfig>(config: C): C['admin'] {
  const { admin, versions } = config
  const components = admin?.components as NonNullable<CollectionConfig['admin']>['components']
  const views = components?.views
  return {
    ...admin,
    hideAPIURL: true,
    ...(versions && {
      components: {
        ...components,
        edit: { ...components?.edit, ...buttonsOf(config) },
        views: { ...views, edit: { ...views?.edit, versions: versionsView, version: versionView } },
      },
    }),
  } as C['admin']
}

/** Inside the form of every document, where they see the outcome of a save. */
const afterSaves = [
  '/src/panel/keep-modified#KeepModified',
  '/src/panel/keep-refusals#KeepRefusals',
  '/src/panel/keep-unsaved#KeepUnsaved',
]

function inCollectionForms(admin: CollectionConfig['admin']): CollectionConfig['admin'] {
  const { components } = admin ?? {}
  const beforeDocumentControls = [...(components?.edit?.beforeDocumentControls ?? []), ...afterSaves]
  return { ...admin, components: { ...components, edit: { ...components?.edit, beforeDocumentControls } } }
}

function inGlobalForms(admin: GlobalConfig['admin']): GlobalConfig['admin'] {
  const { components } = admin ?? {}
  const beforeDocumentControls = [...(components?.elements?.beforeDocumentControls ?? []), ...afterSaves]
  return { ...admin, components: { ...components, elements: { ...components?.elements, beforeDocumentControls } } }
}

/** Defaults for every screen of the panel: readable labels, our own buttons and views. */
export const adminDefaults: Plugin = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    ...named(collection),
    admin: inCollectionForms(adminOf(collection)),
  })),
  globals: config.globals?.map((global) => ({ ...global, admin: inGlobalForms(adminOf(global)) })),
})
