import { passwordLimits } from '@/platform/passwords/password-rule'
import type { StaffTranslator } from './translator'

/** The words of the forms, which run in the browser and get nothing else of the messages. */

export const formWords = (t: StaffTranslator) => ({
  pending: t('form.pending'),
  unreachable: t('form.unreachable'),
  emailRequired: t('form.emailRequired'),
  passwordRequired: t('form.passwordRequired'),
  codeRequired: t('form.codeRequired'),
  show: t('form.show'),
  hide: t('form.hide'),
  showPassword: t('form.showPassword'),
  hidePassword: t('form.hidePassword'),
})
export type FormWords = ReturnType<typeof formWords>

export const signInWords = (t: StaffTranslator) => ({
  title: t('signIn.title'),
  email: t('signIn.email'),
  password: t('signIn.password'),
  submit: t('signIn.submit'),
  forgotten: t('signIn.forgotten'),
})
export type SignInWords = ReturnType<typeof signInWords>

export const codeWords = (t: StaffTranslator) => ({
  title: t('code.title'),
  lead: t('code.lead'),
  label: t('code.label'),
  submit: t('code.submit'),
  useRecovery: t('code.useRecovery'),
  recoveryLead: t('code.recoveryLead'),
  recoveryLabel: t('code.recoveryLabel'),
  useTelephone: t('code.useTelephone'),
  lost: t('code.lost'),
  back: t('code.back'),
})

export const enrolWords = (t: StaffTranslator) => ({
  title: t('enrol.title'),
  requiredLead: t('enrol.requiredLead'),
  app: t('enrol.app'),
  start: t('enrol.start'),
  scan: t('enrol.scan'),
  qr: t('enrol.qr'),
  open: t('enrol.open'),
  manual: t('enrol.manual'),
  codeLabel: t('enrol.codeLabel'),
  confirm: t('enrol.confirm'),
  present: t('enrol.present'),
  presentCode: t('enrol.presentCode'),
})

export const recoveryWords = (t: StaffTranslator) => ({
  title: t('recovery.title'),
  lead: t('recovery.lead'),
  print: t('recovery.print'),
  copy: t('recovery.copy'),
  copied: t('recovery.copied'),
  kept: t('recovery.kept'),
  continue: t('recovery.continue'),
})
export type RecoveryWords = ReturnType<typeof recoveryWords>

/** Everything that may come after a right password. */
export const nextStepWords = (t: StaffTranslator) => ({
  form: formWords(t),
  code: codeWords(t),
  enrol: enrolWords(t),
  recovery: recoveryWords(t),
})
export type NextStepWords = ReturnType<typeof nextStepWords>

export const passwordWords = (t: StaffTranslator) => ({
  titleInvitation: t('password.titleInvitation'),
  titleReset: t('password.titleReset'),
  account: t('password.account'),
  label: t('password.label'),
  rule: t('password.rule', { least: passwordLimits.least }),
  repeat: t('password.repeat'),
  differ: t('password.differ'),
  submit: t('password.submit'),
  saved: t('password.saved'),
  signIn: t('password.signIn'),
})
export type PasswordWords = ReturnType<typeof passwordWords>
