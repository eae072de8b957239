import type { LocalizedText } from '@/platform/localize'
import { passwordLimits } from '@/platform/passwords/password-limits'
import type { PasswordError } from '@/platform/passwords/password-rule'

/** Why a password is refused. */
export const passwordErrors: Record<PasswordError, LocalizedText> = {
  tooShort: {
    ar: `كلمة المرور ${passwordLimits.least} حرفًا ظاهرًا أو أكثر، مثل أربع كلمات يسهل تذكرها.`,
    en: `Use ${passwordLimits.least} visible characters or more, such as four words that are easy to remember.`,
  },
  tooLong: {
    ar: `كلمة المرور أطول مما يُقبل: ${passwordLimits.most} حرفًا على الأكثر.`,
    en: `Use ${passwordLimits.most} characters at most.`,
  },
  personal: {
    ar: 'فيها الاسم أو البريد أو اسم الجمعية، ومن يعرفها يخمّنها. كلمات أخرى أأمن.',
    en: 'It consists of the name, the address or the association’s name, which others know. Use other words.',
  },
  common: {
    ar: 'كلمة مرور شائعة أو يسهل تخمينها. أربع كلمات لا علاقة بينها أأمن.',
    en: 'It is common or easy to guess. Four words that have nothing to do with each other are safer.',
  },
}

export const currentPasswordWords = {
  wrong: {
    ar: 'تغيير كلمة المرور أو البريد يتطلب كلمة المرور الحالية، وهذه ليست هي.',
    en: 'Changing the password or e-mail needs the current password, and this isn’t it.',
  },
  tooMany: {
    ar: 'محاولات كثيرة. المحاولة ممكنة مجددًا بعد ساعة.',
    en: 'Too many attempts. Please try again in an hour.',
  },
} as const satisfies Record<string, LocalizedText>

/** Why a mailed link does not work, and what to do. */
export const passwordLinkWords = {
  used: {
    ar: 'استُعمل هذا الرابط، أو أُرسل بعده رابط أحدث. يُفتح الأحدث، أو يُطلب رابط جديد.',
    en: 'This link was used, or a newer one was sent after it. Open the newest, or ask for another.',
  },
  expired: {
    ar: 'انتهت مدة هذا الرابط. يصل رابط جديد إلى البريد نفسه بضغطة واحدة.',
    en: 'This link has run out. One click sends a new one to the same address.',
  },
  unknown: {
    ar: 'هذا الرابط غير كامل أو لا يعود لحساب. يُنسخ كاملًا من الرسالة، أو يُطلب رابط جديد.',
    en: 'This link is incomplete or belongs to no account. Copy the whole of it from the mail, or ask for another.',
  },
} as const satisfies Record<string, LocalizedText>
