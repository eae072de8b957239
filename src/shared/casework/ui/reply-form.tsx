'use client'

// Rendered on the server only; see docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { AttachmentFields, useFileErrors } from '@/shared/files/ui/attachment-fields'
import { formKeyField, statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { counterAttributes, formAttributes } from '@/shared/intake/ui/form-attributes'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { Actions, Button } from '@/ui/button'
import { ErrorSummary, TextArea } from '@/ui/field'
import type { ReplyFormState } from '../schema'
import { limits } from '../schema'

export type ReplyPurpose = 'asked' | 'add' | 'reopen'

export function ReplyForm({
  action,
  token,
  replyKey,
  replyToken,
  purpose,
  draft,
  isOver = false,
}: {
  action: (state: ReplyFormState, form: FormData) => Promise<ReplyFormState>
  token: string
  /** A new one each time the page is made: one form, one reply. */
  replyKey: string
  /** Lets it be sent for longer than the page can be read. */
  replyToken: string
  purpose: ReplyPurpose
  /** By which the case's own draft is known on this device; null where it can't be shown. */
  draft: string | null
  /** Whether the page can't be shown: the form then only gives back what was sent. */
  isOver?: boolean
}) {
  const fresh: ReplyFormState = {
    outcome: 'fresh',
    errors: {},
    text: '',
    replyKey,
    replyToken: null,
    kept: [],
    rejectedFiles: [],
  }
  const [state, formAction] = useActionState(action, fresh, thisPage)
  const t = useTranslations('cases')
  const words = useTranslations('forms')
  const locale = useLocale()
  const fileError = useFileErrors(state.rejectedFiles)
  if (isOver && state.outcome === 'fresh') return null
  const replyError = state.errors.reply
    ? t(`error.reply.${state.errors.reply === 'tooLong' ? 'tooLong' : 'required'}`)
    : undefined
  const listed = [
    ...(replyError ? [{ fieldId: 'reply', text: replyError }] : []),
    ...(fileError ? [{ fieldId: 'attachments', text: fileError }] : []),
  ]
  return (
    <section className="screen-only" aria-labelledby="reply-title">
      {state.outcome === 'invalid' ? (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={words('summary.invalid', { count: listed.length })}
          errors={listed}
          note={words('summary.kept')}
        />
      ) : null}
      {state.outcome === 'fresh' || state.outcome === 'invalid' ? null : (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={words(`summary.${state.outcome}`)}
          errors={[]}
          note={words(`summary.${state.outcome}Note`)}
        />
      )}
      <h2 id="reply-title">{t(`track.reply.${purpose}`)}</h2>
      <form
        className="form"
        action={formAction}
        noValidate
        {...formAttributes(words)}
        data-returned={state.outcome === 'fresh' ? undefined : 'yes'}
        data-draft={draft ? `reply:${draft}` : undefined}
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="replyToken" value={state.replyToken ?? replyToken} autoComplete="off" />
        <input type="hidden" name={formKeyField} value={state.replyKey} autoComplete="off" />
        <TextArea
          id="reply"
          name="reply"
          rows={5}
          label={t(purpose === 'asked' ? 'field.replyAsked' : 'field.reply')}
          help={t(`track.reply.${purpose}Help`)}
          error={replyError}
          errorLabel={words('errorLabel')}
          defaultValue={state.text}
          {...counterAttributes(words, limits.reply)}
        />
        <AttachmentFields kept={state.kept} error={fileError} />
        <Honeypot />
        <Actions>
          <Button isQuiet>{purpose === 'reopen' ? t('track.reply.sendReopen') : words('send')}</Button>
        </Actions>
      </form>
    </section>
  )
}
