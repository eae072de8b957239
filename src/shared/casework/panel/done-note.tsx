'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** What was done on the page before. It takes the focus, as nothing else says that another page is shown. */
export function DoneNote({ children }: { children: ReactNode }) {
  const note = useRef<HTMLParagraphElement>(null)
  useEffect(() => note.current?.focus(), [])
  return (
    <p ref={note} tabIndex={-1} className="desk-note" role="status">
      {children}
    </p>
  )
}
