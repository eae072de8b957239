'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'

/** The recovery codes, shown once. Continuing needs a confirmation that they are stored. */
export function RecoveryCodes({
  codes,
  heading: Heading = 'h1',
  onContinue,
}: {
  codes: readonly string[]
  heading?: 'h1' | 'h3'
  onContinue: () => void
}) {
  const t = useTranslations('staff.recovery')
  const [isKept, setKept] = useState(false)
  const [isCopied, setCopied] = useState(false)
  return (
    <section className="auth-recovery" aria-labelledby="recovery-title">
      <Heading id="recovery-title">{t('title')}</Heading>
      <p>{t('lead')}</p>
      <ol dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="auth-others">
        <button type="button" onClick={() => window.print()}>
          {t('print')}
        </button>
        <button
          type="button"
          onClick={async () => {
            await navigator.clipboard?.writeText(codes.join('\n'))
            setCopied(true)
          }}
        >
          {t('copy')}
        </button>
        <span role="status">{isCopied ? t('copied') : ''}</span>
      </p>
      <p>
        <label className="auth-check">
          <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
          {t('kept')}
        </label>
      </p>
      <button type="button" className="auth-submit" disabled={!isKept} onClick={onContinue}>
        {t('continue')}
      </button>
    </section>
  )
}
