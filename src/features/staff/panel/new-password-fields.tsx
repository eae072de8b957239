'use client'

import { useTranslations } from 'next-intl'
import { passwordLimits } from '@/platform/passwords/password-limits'
import { PasswordField } from './entrance-fields'

/** A password and the same again, with the rule said beforehand. */
export function NewPasswordFields({ errorAt }: { errorAt: (field: string) => string | null }) {
  const t = useTranslations('staff.password')
  return (
    <>
      <PasswordField
        name="password"
        label={t('label')}
        hint={t('rule', { least: passwordLimits.least })}
        autoComplete="new-password"
        error={errorAt('password')}
      />
      <PasswordField name="repeat" label={t('repeat')} autoComplete="new-password" error={errorAt('repeat')} />
    </>
  )
}
