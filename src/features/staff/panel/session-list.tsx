'use client'

import { useState } from 'react'
import { Told } from './entrance-fields'
import type { FormWords } from './entrance-words'
import type { SessionRow, SessionWords } from './session-rows'
import { useAsking } from './use-asking'

/** Where an account is signed in, to be ended one by one or together. */
export function SessionList({
  account,
  rows,
  endAllLabel,
  words,
  form: formWords,
}: {
  account: string
  rows: readonly SessionRow[]
  endAllLabel: string
  words: SessionWords
  form: FormWords
}) {
  const [ended, setEnded] = useState<readonly string[]>([])
  const form = useAsking(formWords)
  const open = rows.filter(({ id }) => !ended.includes(id))
  const others = open.filter(({ isThis }) => !isThis)
  const end = async (path: string, which: readonly string[]) => {
    const answered = await form.ask(path, {})
    if (answered?.isOk) {
      setEnded([...ended, ...which])
      form.say(words.ended)
    } else if (answered) form.refuse(answered.message)
  }
  return (
    <div className="sessions">
      <Told error={form.error} done={form.done} />
      {open.length === 0 ? <p>{words.none}</p> : null}
      <ul aria-label={words.list}>
        {open.map(({ id, device, isThis, started, seen, network, endLabel }) => (
          <li key={id}>
            <p>
              <bdi>
                <b>{device}</b>
              </bdi>
              {isThis ? <span className="sessions-this">{words.thisSession}</span> : null}
            </p>
            <p>{started}</p>
            <p>{seen}</p>
            {network ? <p>{network}</p> : null}
            {isThis ? null : (
              <button type="button" aria-label={endLabel} onClick={() => end(`/${account}/sessions/${id}/end`, [id])}>
                {words.end}
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
          {endAllLabel}
        </button>
      ) : null}
    </div>
  )
}
