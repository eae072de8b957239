'use client'

import { useState } from 'react'
import type { RecoveryWords } from './entrance-words'

/** Shown once. Whoever goes on says that they are kept. */
export function RecoveryCodes({
  codes,
  words,
  heading: Heading = 'h1',
  onContinue,
}: {
  codes: readonly string[]
  words: RecoveryWords
  heading?: 'h1' | 'h3'
  onContinue: () => void
}) {
  const [isKept, setKept] = useState(false)
  const [isCopied, setCopied] = useState(false)
  return (
    <section className="entrance-recovery" aria-labelledby="recovery-title">
      <Heading id="recovery-title">{words.title}</Heading>
      <p>{words.lead}</p>
      <ol dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="entrance-others">
        <button type="button" onClick={() => window.print()}>
          {words.print}
        </button>
        <button
          type="button"
          onClick={async () => {
            await navigator.clipboard?.writeText(codes.join('\n'))
            setCopied(true)
          }}
        >
          {words.copy}
        </button>
        <span role="status">{isCopied ? words.copied : ''}</span>
      </p>
      <p>
        <label className="entrance-check">
          <input type="checkbox" checked={isKept} onChange={(event) => setKept(event.target.checked)} />
          {words.kept}
        </label>
      </p>
      <button type="button" className="entrance-submit" disabled={!isKept} onClick={onContinue}>
        {words.continue}
      </button>
    </section>
  )
}
