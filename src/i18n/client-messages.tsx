import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import type { Namespace } from '@/i18n/translator'

interface Tree {
  [key: string]: string | Tree
}

/**
 * The messages of some namespaces alone, where they stand among all.
 * @param paths such as `staff.signIn`
 */
export function onlyNamespaces(messages: Tree, paths: readonly string[]): Tree {
  const kept = Object.entries(messages).flatMap(([key, value]): [string, string | Tree][] => {
    if (paths.includes(key)) return [[key, value]]
    if (typeof value === 'string') return []
    const inside = paths.filter((path) => path.startsWith(`${key}.`)).map((path) => path.slice(key.length + 1))
    return inside.length > 0 ? [[key, onlyNamespaces(value, inside)]] : []
  })
  return Object.fromEntries(kept)
}

/**
 * Gives the client components below it their messages. Each page or view names the namespaces that its own
 * components use, so that none carries all messages; tests/rules/client-messages.test.ts compares the two.
 * The language is passed on, because next-intl can't read it from the addresses of the panel.
 */
export function ClientMessages({
  locale,
  namespaces,
  children,
}: {
  locale: Locale
  namespaces: readonly Namespace[]
  children: ReactNode
}) {
  return (
    <NextIntlClientProvider
      locale={locale}
      messages={onlyNamespaces(messagesFor(locale), namespaces)}
      timeZone="Asia/Riyadh"
    >
      {children}
    </NextIntlClientProvider>
  )
}
