'use client'

import './(payload)/panel.css'
import { FailedPage } from '@/panel/failed-page'

/** Of the panel alone: a page of the site that fails is never shown (src/delivery). */
export default function GlobalError() {
  return (
    <html lang="ar" dir="rtl">
      <body>
        <FailedPage />
      </body>
    </html>
  )
}
