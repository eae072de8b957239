'use client'

import type { ReactNode } from 'react'

/** Prints the view that it stands in. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="desk-quiet" onClick={() => window.print()}>
      {children}
    </button>
  )
}
