'use client'

import { useTranslations } from 'next-intl'
import { passwordLimits } from '@/platform/passwords/password-limits'
import { PasswordField } from './form-fields'

/** A new password, typed twice, with the rule above it. */
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
