import type { ServerProps } from 'payload'
import type { ReactNode } from 'react'
import { ClientMessages } from '@/i18n/client-messages'
import { panelLocale } from './panel-locale'

/**
 * Around the whole panel: the messages of components inside Payload's own forms. Giving them beside the
 * component would lose its state at every save, because the form is then rendered again on the server.
 */
export function PanelProvider({ children, i18n }: Pick<ServerProps, 'i18n'> & { children: ReactNode }) {
  return (
    <ClientMessages
      locale={panelLocale(i18n)}
      namespaces={[
        'panel.unsaved',
        'panel.values',
        'panel.viewOnSite',
        'services.missing',
        'site.missing',
        'site.retention',
        'forms.newRow',
      ]}
    >
      {children}
    </ClientMessages>
  )
}
