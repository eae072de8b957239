import type { CustomComponent } from 'payload'

/**
 * The button from a document in the panel to its public page.
 * @param path without the language; `{slug}` stands for the document's slug, or for its policy's with `of: 'policy'`
 */
export const viewOnSite = (path: `/${string}`, of?: 'policy'): CustomComponent => ({
  path: '/src/panel/view-on-site#ViewOnSite',
  clientProps: { path, of },
})
