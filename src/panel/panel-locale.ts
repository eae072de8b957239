/** The panel's language as the person chose it; Arabic by default. */
export const panelLocale = (i18n: { language: string }): 'ar' | 'en' => (i18n.language === 'en' ? 'en' : 'ar')
