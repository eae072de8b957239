import type { DefaultServerCellComponentProps } from 'payload'
import { translator } from '@/i18n/translator'
import { panelLocale } from '@/panel/panel-locale'
import { INVITATION_HOURS } from '../schema'

const HOUR_MS = 3_600_000

/** In the list of staff: whether an account is active or its invitation still open. */
export function InvitationCell({ cellData, i18n }: DefaultServerCellComponentProps) {
  const t = translator('staff.invitation', panelLocale(i18n))
  if (!cellData) return t('active')
  const isOver = Date.parse(String(cellData)) + INVITATION_HOURS * HOUR_MS < Date.now()
  return <b>{t(isOver ? 'expired' : 'pending')}</b>
}
