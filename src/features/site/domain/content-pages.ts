import type { Page } from '@/payload-types'

/** The pages whose text comes from the panel. Their place in the site is fixed. */
export const contentPages = ['about', 'privacy', 'accessibility'] as const
export type ContentPage = (typeof contentPages)[number]

export interface PageContent {
  title: string
  lead: string | null
  body: Page['body']
  /** When this text was last saved, ISO 8601, UTC. */
  updatedAt: string
}
