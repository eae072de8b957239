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

/** In the person's language where the page has one; Payload keeps it in a cookie. */
function languageOf(): 'ar' | 'en' {
  return /(?:^|;\s*)payload-lng=en\b/.test(document.cookie) ? 'en' : 'ar'
}

/** What staff see when a page of the panel fails, instead of a failure of the framework. */
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
