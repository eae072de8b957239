'use client'

// Rendered on the server only: its script is dropped (src/delivery/post-process.ts). `useActionState` is what brings a posted
// form back with its errors, and React has it in client components alone. See docs/adr/0005.

import { useLocale, useTranslations } from 'next-intl'
import { type ReactNode, useActionState } from 'react'
import {
  freshInquiryForm,
  type InquiryErrors,
  type InquiryField,
  type InquiryFormState,
  type InquiryValues,
  inquiryFields,
  limits,
} from '@/features/inquiries/schema'
import { replyChannels, replyLocales } from '@/shared/casework/schema'
import { AttachmentFields, useFileErrors } from '@/shared/files/ui/attachment-fields'
import { formKeyField, statusOfReturnedForm, thisPage } from '@/shared/intake/form-fields'
import { counterAttributes, formAttributes } from '@/shared/intake/ui/form-attributes'
import { Honeypot } from '@/shared/intake/ui/honeypot'
import { type InquiryKind, inquiryKinds } from '@/shared/vocabulary/inquiry-kinds'
import { Actions, Button } from '@/ui/button'
import { Checkbox, Choices, ErrorSummary, Select, TextArea, TextInput } from '@/ui/field'
import { linkTo, rich } from '@/ui/rich-tags'

export interface InquiryFormProps {
  action: (state: InquiryFormState, form: FormData) => Promise<InquiryFormState>
  /** Published services. */
  services: readonly { slug: string; title: string }[]
  /** What the address of the page already says. */
  preset: { kind: string; service: string; subject: string }
  privacyHref: string
  /** The response target of each kind in working days; null where none is set. */
  targets: Readonly<Record<InquiryKind, number | null>>
  /** The page's heading, under the error summary. */
  children: ReactNode
}

export function InquiryForm({ action, services, preset, privacyHref, targets, children }: InquiryFormProps) {
  const [state, formAction] = useActionState(action, freshInquiryForm, thisPage)
  const t = useTranslations('inquiries')
  const words = useTranslations('forms')
  const locale = useLocale()
  const fileError = useFileErrors(state.rejectedFiles)
  const errorOf = errorTexts(state.errors, fileError, t)
  const typed: InquiryValues = state.values ?? {
    kind: preset.kind,
    service: preset.service,
    subject: preset.subject,
    message: '',
    isSensitive: false,
    isAnonymous: false,
    name: '',
    phone: '',
    keptPhone: '',
    email: '',
    replyChannel: 'tracking',
    replyLocale: locale,
    consent: false,
  }
  const frame = (field: InquiryField) => ({ id: field, error: errorOf(field), errorLabel: words('errorLabel') })
  const [first, ...others] = new Set(inquiryKinds.map((kind) => targets[kind]))
  const sameTarget = others.length === 0 ? first : null
  const targetOf = (kind: InquiryKind) => {
    const days = targets[kind]
    return days && !sameTarget ? t('target', { days }) : ''
  }
  const counter = (max: number) => counterAttributes(words, max)

  return (
    <>
      <Summary state={state} errorOf={errorOf} />
      <Suggestions state={state} />
      {children}
      <form
        className="form"
        action={formAction}
        noValidate
        aria-label={t('contact.form')}
        {...formAttributes(words)}
        data-returned={state.outcome === 'fresh' ? undefined : 'yes'}
        data-draft="contact"
        data-topic={preset.service || preset.kind || (preset.subject && `?${preset.subject}`) || undefined}
        data-preset={
          Object.entries(preset)
            .flatMap(([name, value]) => (value ? name : []))
            .join(' ') || undefined
        }
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
          options={inquiryKinds.map((kind) => ({
            value: kind,
            label: t(`kind.${kind}`),
            help: [t(`kindHelp.${kind}`), targetOf(kind)].filter(Boolean).join(' '),
          }))}
        />
        {services.length > 0 ? (
          <Select
            {...frame('service')}
            name="service"
            label={t('field.service')}
            optionalLabel={words('optional')}
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
          {...frame('isSensitive')}
          name="isSensitive"
          label={t('field.isSensitive')}
          help={t('field.isSensitiveHelp')}
          isChecked={typed.isSensitive}
        />
        <Checkbox
          {...frame('isAnonymous')}
          name="isAnonymous"
          label={t('field.isAnonymous')}
          help={t('field.isAnonymousHelp')}
          isChecked={typed.isAnonymous}
          hides=".named"
        />
        <div className="named">
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
              errorLabel={words('errorLabel')}
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
        </div>
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
          isChecked={typed.consent}
        />
        <Honeypot />
        {sameTarget ? <p>{t('target', { days: sameTarget })}</p> : null}
        <Actions>
          <Button>{words('send')}</Button>
          <Button isQuiet name="look" value="yes">
            {t('suggest.look')}
          </Button>
        </Actions>
      </form>
    </>
  )
}

/** What the site already says, before the form: first on the page where it was asked for. */
function Suggestions({ state: { outcome, suggestions } }: { state: InquiryFormState }) {
  const t = useTranslations('inquiries')
  const isAsked = outcome === 'looked'
  if (!isAsked && suggestions.length === 0) return null
  return (
    // biome-ignore lint/a11y/noAutofocus: what was asked for must be heard first after the page came back
    // biome-ignore lint/a11y/useSemanticElements: a group of links, not of controls
    <div className="panel" role="group" tabIndex={-1} autoFocus={isAsked} aria-labelledby="suggestions-title">
      <h2 id="suggestions-title">{t('suggest.title', { count: suggestions.length })}</h2>
      <ul className="dots">
        {suggestions.map(({ href, title, text, lang }) => (
          <li key={href} lang={lang} dir={lang === 'ar' ? 'rtl' : 'ltr'}>
            <a href={href} target="_blank" rel="noopener">
              {title}
            </a>
            <p className="small">{text}</p>
          </li>
        ))}
      </ul>
      <p>
        {suggestions.length > 0 ? t('suggest.elsewhere') : null} {isAsked ? t('suggest.notSent') : null}
      </p>
    </div>
  )
}

type Translator = ReturnType<typeof useTranslations<'inquiries'>>

function errorTexts(errors: InquiryErrors, fileError: ReactNode, t: Translator) {
  return (field: InquiryField): ReactNode => {
    if (field === 'attachments') return fileError
    const code = errors[field]
    // Each field has a sentence for every code that its schema gives.
    return code ? t(`error.${field}.${code}` as Parameters<Translator>[0]) : undefined
  }
}

/** First on the page: what is left to do, or why nothing was sent. */
function Summary({ state, errorOf }: { state: InquiryFormState; errorOf: (field: InquiryField) => ReactNode }) {
  const words = useTranslations('forms')
  switch (state.outcome) {
    case 'fresh':
    case 'looked':
      return null
    case 'invalid': {
      const errors = inquiryFields.flatMap((field) => {
        const text = errorOf(field)
        return text ? [{ fieldId: field, text }] : []
      })
      return (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm.invalid}
          title={words('summary.invalid', { count: errors.length })}
          errors={errors}
          note={words('summary.kept')}
        />
      )
    }
    default:
      return (
        <ErrorSummary
          word={words('errorLabel')}
          status={statusOfReturnedForm[state.outcome]}
          title={words(`summary.${state.outcome}`)}
          errors={[]}
          note={words(`summary.${state.outcome}Note`)}
        />
      )
  }
}
