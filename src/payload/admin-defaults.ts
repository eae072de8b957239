import type { CollectionConfig, Config, GlobalConfig, LabelFunction, Plugin, StaticLabel } from 'payload'
import { documentRights, isDocumentSlug } from '@/platform/rights'

type Label = StaticLabel | LabelFunction

/** A label of two languages as a function of one. */
function toLabelFunction(label: Label): Label {
  if (typeof label !== 'object') return label
  return ({ i18n }) => label[i18n.language] ?? label.ar ?? ''
}

/**
 * Several of the panel's buttons write a collection's name into their own as it is, and would be
 * called "[object Object]". Labels of fields and globals stay as they are: Payload keeps the words
 * of a field's function in whichever language was asked for first, and hands a global's to the browser.
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
/** Payload's own button offers what must fail, and doesn't say why it failed. */
const versionView = { actions: ['/src/panel/restore-version#RestoreVersion'] }

/** Commands over a document with drafts: only those that somebody may give. */
function buttonsOf({ slug, versions }: CollectionConfig | GlobalConfig) {
  if (typeof versions !== 'object' || !versions.drafts || !isDocumentSlug(slug)) return {}
  const stays = documentRights[slug].published.unpublish.length === 0
  return {
    PublishButton: '/src/panel/publish-button#PublishButton',
    ...(stays && { UnpublishButton: '/src/panel/publish-button#NoButton' }),
  }
}

/** No tab for programmers, and the saved states of a document as a list of ours. */
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

/** Stand inside the form of every document, where they see what became of a save. */
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

/** What every screen of the panel has in common: names that can be read out, and no tab for programmers. */
export const adminDefaults: Plugin = (config: Config): Config => ({
  ...config,
  collections: config.collections?.map((collection) => ({
    ...collection,
    ...named(collection),
    admin: inCollectionForms(adminOf(collection)),
  })),
  globals: config.globals?.map((global) => ({ ...global, admin: inGlobalForms(adminOf(global)) })),
})
