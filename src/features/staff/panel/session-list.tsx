'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { FormStatus } from './form-fields'
import type { SessionRow } from './session-rows'
import { useFormPost } from './use-form-post'

/** The open sessions of an account, which can be ended singly or together. */
export function SessionList({ account, rows }: { account: string; rows: readonly SessionRow[] }) {
  const t = useTranslations('staff.sessions')
  const [ended, setEnded] = useState<readonly string[]>([])
  const form = useFormPost()
  const nameOf = (device: string | null) => device ?? t('unknownDevice')
  const open = rows.filter(({ id }) => !ended.includes(id))
  const others = open.filter(({ isThis }) => !isThis)
  const end = async (path: string, which: readonly string[]) => {
    const answered = await form.post(path, {})
    if (answered?.isOk) {
      setEnded([...ended, ...which])
      form.showDone(t('ended'))
    } else if (answered) form.showError(answered.message)
  }
  return (
    <div className="sessions">
      <FormStatus error={form.error} done={form.done} />
      {open.length === 0 ? <p>{t('none')}</p> : null}
      <ul aria-label={t('list')}>
        {open.map(({ id, device, isThis, startedAt, seenAt, network }) => (
          <li key={id}>
            <p>
              <bdi>
                <b>{nameOf(device)}</b>
              </bdi>
              {isThis ? <span className="sessions-this">{t('this')}</span> : null}
            </p>
            <p>{t('started', { date: startedAt })}</p>
            <p>{t('seen', { date: seenAt })}</p>
            {network ? <p>{t('network', { network })}</p> : null}
            {isThis ? null : (
              <button
                type="button"
                aria-label={t('endLabel', { device: nameOf(device) })}
                onClick={() => end(`/${account}/sessions/${id}/end`, [id])}
              >
                {t('end')}
              </button>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 ? (
        <button
          type="button"
          onClick={() =>
            end(
              `/${account}/sessions/end`,
              others.map(({ id }) => id),
            )
          }
        >
          {t(rows.some(({ isThis }) => isThis) ? 'endOthers' : 'endAll')}
        </button>
      ) : null}
    </div>
  )
}
