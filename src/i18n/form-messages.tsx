import { NextIntlClientProvider } from 'next-intl'
import type { ReactNode } from 'react'
import { messagesFor } from './messages'
import type { Locale } from './routing'

/**
 * Gives a form its messages: those of its own namespace, and what all forms say. Forms are client
 * components (docs/adr/0005), which have no messages but these.
 */
export function FormMessages({
  locale,
  namespace,
  children,
}: {
  locale: Locale
  namespace: 'inquiries' | 'surveys'
  children: ReactNode
}) {
  const { [namespace]: own, forms, files } = messagesFor(locale)
  return (
    <NextIntlClientProvider locale={locale} messages={{ [namespace]: own, forms, files }} timeZone="Asia/Riyadh">
      {children}
    </NextIntlClientProvider>
  )
}
