import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import '@payloadcms/next/css'
import './panel.css'
import { cookies, headers } from 'next/headers'
import { getRequestLanguage, type Payload, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { getCms } from '@/payload/get-cms'
import { readPanelCall } from '@/payload/panel-functions'
import { databaseErrors } from '@/platform/database-error-texts'
import { DatabaseUnavailableError } from '@/platform/database-unavailable'
import { importMap } from './admin/importMap.js'

/** What the browser calls the server with is anything that anybody sends: see docs/adr. */
const serverFunction: ServerFunctionClient = async (given) => {
  'use server'
  const sent = await headers()
  const panel = await config
  const locale = panelLocale({
    language: getRequestLanguage({ config: panel, cookies: await cookies(), headers: sent }),
  })
  const refuse = (message: string) => ({ errors: [{ message }] })
  const call = readPanelCall(given, new Set([...panel.collections, ...panel.globals].map(({ slug }) => slug)))
  if (!call) return refuse(translator('panel', locale)('refused'))
  let payload: Payload
  try {
    payload = await getCms()
  } catch (error) {
    if (error instanceof DatabaseUnavailableError) return refuse(databaseErrors.away.words[locale])
    throw error
  }
  const { user } = await payload.auth({ headers: sent })
  if (user?.collection !== 'users') return refuse(translator('panel', locale)('refused'))
  return handleServerFunctions({ ...call, config, importMap })
}

export default function PanelLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
