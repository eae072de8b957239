/** The panel speaks the language the person chose in it; Arabic where it chose none. */
export const panelLocale = (i18n: { language: string }): 'ar' | 'en' => (i18n.language === 'en' ? 'en' : 'ar')
