'use client'

import { useEffect, useState } from 'react'

const words = {
  ar: {
    title: 'تعذّر عرض الصفحة',
    text: 'حدث خلل من جهتنا، أو انقطع الاتصال بقاعدة البيانات. ما حُفظ من قبل باقٍ كما هو.',
    again: 'إعادة المحاولة',
  },
  en: {
    title: 'This page can’t be shown',
    text: 'Something went wrong on our side, or the database can’t be reached. What was saved before is safe.',
    again: 'Try again',
  },
}

/** The person's language, which Payload keeps in a cookie. */
function languageOf(): 'ar' | 'en' {
  return /(?:^|;\s*)payload-lng=en\b/.test(document.cookie) ? 'en' : 'ar'
}

/** Replaces the framework's error page when a page of the panel fails. */
export function FailedPage() {
  const [language, setLanguage] = useState<'ar' | 'en'>('ar')
  useEffect(() => setLanguage(languageOf()), [])
  const { title, text, again } = words[language]
  return (
    <main className="panel-failed" lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      <h1>{title}</h1>
      <p>{text}</p>
      <button type="button" onClick={() => location.reload()}>
        {again}
      </button>
    </main>
  )
}
