import config from '@payload-config'
import { handleServerFunctions, RootLayout } from '@payloadcms/next/layouts'
import '@payloadcms/next/css'
import './panel.css'
import { cookies, headers } from 'next/headers'
import { getRequestLanguage, type ServerFunctionClient } from 'payload'
import type { ReactNode } from 'react'
import { getCms } from '@/platform/cms'
import { readPanelCall } from '@/platform/cms/panel-functions'
import { importMap } from './admin/importMap.js'

const refusals = {
  ar: 'الطلب غير ممكن. تسجيل الدخول مجددًا في نافذة أخرى يبقي ما كُتب هنا.',
  en: 'This can’t be done. Signing in again in another tab keeps what is typed here.',
}

/** What the browser calls the server with is anything that anybody sends: see docs/adr. */
const serverFunction: ServerFunctionClient = async (given) => {
  'use server'
  const payload = await getCms()
  const sent = await headers()
  const { user } = await payload.auth({ headers: sent })
  const slugs = new Set([...payload.config.collections, ...payload.config.globals].map(({ slug }) => slug))
  const call = readPanelCall(given, slugs)
  if (user?.collection !== 'users' || !call) {
    const language = getRequestLanguage({ config: payload.config, cookies: await cookies(), headers: sent })
    return { errors: [{ message: language === 'en' ? refusals.en : refusals.ar }] }
  }
  return handleServerFunctions({ ...call, config, importMap })
}

export default function PanelLayout({ children }: { children: ReactNode }) {
  return (
    <RootLayout config={config} importMap={importMap} serverFunction={serverFunction}>
      {children}
    </RootLayout>
  )
}
