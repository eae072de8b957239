'use client'

// Rendered on the server only: the press drops its script. `useActionState` is what brings a posted
// form back with its errors, and React has it in client components alone. See docs/adr/0005.
import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import {
  freshInquiryForm,
  type InquiryErrors,
  type InquiryField,
  type InquiryFormState,
  inquiryFields,
  kinds,
  limits,
  replyChannels,
  replyLocales,
} from '@/features/inquiries/schema'
import { formKeyField, statusOfReturnedForm } from '@/platform/form-fields'
import { Actions, Button } from '@/ui/button'
import { Checkbox, Choices, ErrorSummary, Select, TextArea, TextInput } from '@/ui/field'
import { AttachmentFields, Trap } from './attachment-fields'
import { linkTo, rich } from './rich'

export interface InquiryFormProps {
  action: (state: InquiryFormState, form: FormData) => Promise<InquiryFormState>
  /** Published services. */
  services: readonly { slug: string; title: string }[]
  /** What the address of the page already says. */
  preset: { kind: string; service: string; subject: string }
  privacyHref: string
  /** The page's heading, under the error summary. */
  children: ReactNode
}

export function InquiryForm({ action, services, preset, privacyHref, children }: InquiryFormProps) {
  const [state, formAction] = useActionState(action, freshInquiryForm)
  const t = useTranslations('inquiries')
  const locale = useLocale()
  const errorOf = errorTexts(state.errors, t)
  const typed = state.values ?? {
    kind: preset.kind,
    service: preset.service,
    subject: preset.subject,
    message: '',
    isAnonymous: false,
    name: '',
    phone: '',
    keptPhone: '',
    email: '',
    replyChannel: 'tracking',
    replyLocale: locale,
    hasConsented: false,
  }
  const frame = (field: InquiryField) => ({ id: field, error: errorOf(field), errorLabel: t('errorLabel') })
  const counter = (max: number) => ({ 'data-counter': max, 'data-counter-text': t.raw('counter') as string })

  return (
    <>
      <Summary state={state} errorOf={errorOf} />
      {children}
      <form
        className="form"
        action={formAction}
        noValidate
        aria-label={t('contact.form')}
        data-draft="contact"
        data-draft-restored={t('draftRestored')}
        data-draft-clear={t('draftClear')}
        data-challenge="/challenge"
      >
        <input type="hidden" name="locale" value={locale} />
        <input type="hidden" name={formKeyField} value={state.submissionKey ?? ''} autoComplete="off" />
        <input type="hidden" name="proof" value="" autoComplete="off" />
        <Choices
          {...frame('kind')}
          name="kind"
          label={t('field.kind')}
          defaultValue={typed.kind}
          options={kinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`), help: t(`kindHelp.${kind}`) }))}
        />
        {services.length > 0 ? (
          <Select
            {...frame('service')}
            name="service"
            label={t('field.service')}
            optionalLabel={t('optional')}
            help={t('field.serviceHelp')}
            emptyLabel={t('field.serviceNone')}
            defaultValue={typed.service}
            options={services.map(({ slug, title }) => ({ value: slug, label: title }))}
          />
        ) : (
          // The list can't be read now; what was chosen from it stays chosen.
          <input type="hidden" name="service" value={typed.service} />
        )}
        <TextInput
          {...frame('subject')}
          {...counter(limits.subject)}
          name="subject"
          label={t('field.subject')}
          help={t('field.subjectHelp')}
          defaultValue={typed.subject}
        />
        <TextArea
          {...frame('message')}
          {...counter(limits.message)}
          name="message"
          label={t('field.message')}
          help={t('field.messageHelp')}
          defaultValue={typed.message}
        />
        <AttachmentFields kept={state.kept} error={errorOf('attachments')} />
        <Checkbox
          {...frame('isAnonymous')}
          name="isAnonymous"
          label={t('field.isAnonymous')}
          help={t('field.isAnonymousHelp')}
          isChecked={typed.isAnonymous}
        />
        <TextInput
          {...frame('name')}
          name="name"
          label={t('field.name')}
          help={t('field.nameHelp')}
          autoComplete="name"
          defaultValue={typed.name}
        />
        <TextInput
          {...frame('phone')}
          name="phone"
          type="tel"
          inputMode="tel"
          dir="ltr"
          width="phone"
          label={t('field.phone')}
          help={t.rich('field.phoneHelp', rich)}
          autoComplete="tel"
          defaultValue={typed.phone}
        />
        {state.errors.phone === 'takesNoMessages' || (typed.keptPhone && typed.keptPhone === typed.phone) ? (
          <Checkbox
            id="keptPhone"
            name="keptPhone"
            value={typed.phone}
            label={t('field.keptPhone')}
            isChecked={typed.keptPhone === typed.phone}
            errorLabel={t('errorLabel')}
          />
        ) : null}
        <TextInput
          {...frame('email')}
          name="email"
          type="email"
          inputMode="email"
          dir="ltr"
          label={t('field.email')}
          help={t('field.emailHelp')}
          autoComplete="email"
          defaultValue={typed.email}
        />
        <Choices
          {...frame('replyChannel')}
          name="replyChannel"
          label={t('field.replyChannel')}
          defaultValue={typed.replyChannel}
          options={replyChannels.map((channel) => ({ value: channel, label: t(`replyChannel.${channel}`) }))}
        />
        <Choices
          {...frame('replyLocale')}
          name="replyLocale"
          label={t('field.replyLocale')}
          defaultValue={typed.replyLocale}
          options={replyLocales.map((language) => ({ value: language, label: t(`replyLocale.${language}`) }))}
        />
        <Checkbox
          {...frame('consent')}
          name="consent"
          label={t.rich('field.consent', linkTo(privacyHref))}
          isChecked={typed.hasConsented}
        />
        <Trap />
        <Actions>
          <Button>{t('send')}</Button>
        </Actions>
      </form>
    </>
  )
}

type Translator = ReturnType<typeof useTranslations<'inquiries'>>

function errorTexts(errors: InquiryErrors, t: Translator) {
  return (field: InquiryField): string | undefined => {
    const code = errors[field]
    // Each field has a sentence for every code that its schema gives.
    return code ? t(`error.${field}.${code}` as Parameters<Translator>[0]) : undefined
  }
}

/** First on the page: what is left to do, or why nothing was sent. */
function Summary({
  state,
  errorOf,
}: {
  state: InquiryFormState
  errorOf: (field: InquiryField) => string | undefined
}) {
  const t = useTranslations('inquiries')
  switch (state.outcome) {
    case 'fresh':
      return null
    case 'invalid': {
      const errors = inquiryFields.flatMap((field) => {
        const text = errorOf(field)
        return text ? [{ fieldId: field, text }] : []
      })
      return (
        <ErrorSummary
          word={t('errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={t('summary.invalid', { count: errors.length })}
          errors={errors}
          note={t('summary.kept')}
        />
      )
    }
    default:
      return (
        <ErrorSummary
          word={t('errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={t(`summary.${state.outcome}`)}
          errors={[]}
          note={t(`summary.${state.outcome}Note`)}
        />
      )
  }
}
