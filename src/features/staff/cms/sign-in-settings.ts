import type { GlobalConfig } from 'payload'
import { updatedBy } from '@/payload/content-fields'
import { globalAccess } from '@/payload/rights-access'
import { nobody, roleLabels, roles } from '@/platform/access'
import { asSystemWithin } from '@/platform/system-payload'
import { recordSecurityEvent } from '@/shared/audit/security-log'
import { defaultGraceDays, defaultSecondFactorRoles } from '../schema'

const listed = (values: readonly unknown[] | null | undefined): string =>
  [...(values ?? [])].sort().join(', ') || 'none'

/** Who must sign in with a second step. */
export const SignInSettings: GlobalConfig = {
  slug: 'sign-in',
  label: { ar: 'الدخول والتحقق', en: 'Sign-in' },
  access: globalAccess('sign-in'),
  admin: {
    group: { ar: 'الجمعية', en: 'Association' },
    description: {
      ar: 'من يلزمه رمز من هاتفه بعد كلمة المرور. ومن شاء فعّله لنفسه من صفحة «الدخول والأمان».',
      en: 'Who needs a code from their phone after the password. Everybody may turn it on for themselves under "Sign-in and security".',
    },
  },
  graphQL: false,
  lockDocuments: false,
  fields: [
    {
      name: 'secondFactorRoles',
      type: 'select',
      hasMany: true,
      defaultValue: [...defaultSecondFactorRoles],
      options: roles.map((value) => ({ value, label: roleLabels[value] })),
      label: { ar: 'التحقق بخطوتين إلزامي لمن لهم', en: 'A second factor is required of' },
      admin: {
        description: {
          ar: 'من يدير النظام أو يعتمد السياسات يحسن أن يلزمه ذلك. إن تُرك فارغًا فهو اختيار لكل شخص.',
          en: 'Best required of those who administer or approve. Left empty, it is everybody’s own choice.',
        },
      },
    },
    {
      name: 'graceDays',
      type: 'number',
      required: true,
      min: 0,
      max: 60,
      defaultValue: defaultGraceDays,
      label: { ar: 'مهلة التفعيل بالأيام', en: 'Days of grace' },
      admin: {
        step: 1,
        description: {
          ar: 'من إنشاء الحساب أو من إلزامه بذلك. تذكّر اللوحة بالتفعيل كل هذه المدة، وبعدها لا دخول قبله.',
          en: 'From the account’s first day, or from the day it came to be required. The panel reminds until then, and afterwards asks at sign-in.',
        },
      },
    },
    {
      name: 'requiredSince',
      type: 'date',
      label: { ar: 'مطبق منذ', en: 'In effect since' },
      access: { create: nobody, update: nobody },
      admin: {
        readOnly: true,
        description: { ar: 'يُسجَّل عند تغيير الصلاحيات أعلاه.', en: 'Recorded when the roles above change.' },
      },
    },
    updatedBy,
  ],
  hooks: {
    beforeChange: [
      ({ data, originalDoc }) => {
        const isSame = listed(data.secondFactorRoles) === listed(originalDoc?.secondFactorRoles)
        return isSame && originalDoc?.requiredSince ? data : { ...data, requiredSince: new Date().toISOString() }
      },
    ],
    afterChange: [
      async ({ doc, previousDoc, req }) => {
        const before = `${listed(previousDoc?.secondFactorRoles)}; ${previousDoc?.graceDays ?? defaultGraceDays}`
        const after = `${listed(doc.secondFactorRoles)}; ${doc.graceDays}`
        if (before === after) return
        await recordSecurityEvent(
          req.payload,
          { type: 'settings-changed', at: new Date(), actor: req.user?.id, detail: `${before} → ${after}` },
          asSystemWithin(req, 'security-log').req,
        )
      },
    ],
  },
}
