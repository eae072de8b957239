import type { DefaultServerCellComponentProps } from 'payload'
import { panelLocale } from '@/panel/panel-locale'
import { INVITATION_HOURS } from '../schema'
import { staffTranslator } from './translator'

const HOUR_MS = 3_600_000

/** In the list of staff: whether an account is in use, or still waits for its owner. */
export function InvitationCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const t = staffTranslator(panelLocale(i18n))
  if (!cellData) return t('invitation.active')
  const isOver = Date.parse(String(cellData)) + INVITATION_HOURS * HOUR_MS < Date.now()
  return <b>{t(isOver ? 'invitation.expired' : 'invitation.pending')}</b>
}
