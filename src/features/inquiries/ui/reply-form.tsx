'use client'

// Rendered on the server only; see docs/adr/0005.
import { useLocale, useTranslations } from 'next-intl'
import { useActionState } from 'react'
import { limits, type ReplyFormState } from '@/features/inquiries/schema'
import { formKeyField } from '@/platform/form-fields'
import { Actions, Button } from '@/ui/button'
import { ErrorSummary, TextArea } from '@/ui/field'
import { AttachmentFields, Trap } from './attachment-fields'

export type ReplyPurpose = 'asked' | 'add' | 'reopen'

export function ReplyForm({
  action,
  token,
  replyKey,
  purpose,
}: {
  action: (state: ReplyFormState, form: FormData) => Promise<ReplyFormState>
  token: string
  /** A new one each time the page is made: one form, one reply. */
  replyKey: string
  purpose: ReplyPurpose
}) {
  const fresh: ReplyFormState = { outcome: 'fresh', errors: {}, text: '', replyKey, kept: [] }
  const [state, formAction] = useActionState(action, fresh)
  const t = useTranslations('inquiries')
  const locale = useLocale()
  const replyError = state.errors.reply
    ? t(`error.reply.${state.errors.reply === 'tooLong' ? 'tooLong' : 'required'}`)
    : undefined
  const fileCode = state.errors.attachments
  const fileError =
    fileCode === 'tooMany' || fileCode === 'tooLarge' || fileCode === 'wrongType' || fileCode === 'empty'
      ? t(`error.attachments.${fileCode}`)
      : undefined
  const listed = [
    ...(replyError ? [{ fieldId: 'reply', text: replyError }] : []),
    ...(fileError ? [{ fieldId: 'attachments', text: fileError }] : []),
  ]
  return (
    <section className="screen-only" aria-labelledby="reply-title">
      {state.outcome === 'invalid' ? (
        <ErrorSummary
          word={t('errorLabel')}
          title={t('summary.invalid', { count: listed.length })}
          errors={listed}
          note={t('summary.kept')}
        />
      ) : null}
      {state.outcome === 'fresh' || state.outcome === 'invalid' ? null : (
        <ErrorSummary
          word={t('errorLabel')}
          title={t(`summary.${state.outcome}`)}
          errors={[]}
          note={t(`summary.${state.outcome}Note`)}
        />
      )}
      <h2 id="reply-title">{t(`track.reply.${purpose}`)}</h2>
      <form className="form" action={formAction} noValidate>
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name={formKeyField} value={state.replyKey} autoComplete="off" />
        <TextArea
          id="reply"
          name="reply"
          rows={5}
          label={t(purpose === 'asked' ? 'field.replyAsked' : 'field.reply')}
          help={t(`track.reply.${purpose}Help`)}
          error={replyError}
          errorLabel={t('errorLabel')}
          defaultValue={state.text}
          data-counter={limits.reply}
          data-counter-text={t.raw('counter') as string}
        />
        <AttachmentFields kept={state.kept} error={fileError} />
        <Trap />
        <Actions>
          <Button isQuiet>{purpose === 'reopen' ? t('track.reply.sendReopen') : t('send')}</Button>
        </Actions>
      </form>
    </section>
  )
}
