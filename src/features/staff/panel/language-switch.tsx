'use client'

const YEAR_SECONDS = 31_536_000

/** The panel's language before anybody is signed in: Payload reads it from this cookie. */
export function LanguageSwitch({ language, name, label }: { language: 'ar' | 'en'; name: string; label: string }) {
  return (
    <button
      type="button"
      lang={language}
      aria-label={label}
      onClick={() => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in browsers that staff have
        document.cookie = `payload-lng=${language}; Path=/; Max-Age=${YEAR_SECONDS}; SameSite=Lax`
        window.location.reload()
      }}
    >
      {name}
    </button>
  )
}
