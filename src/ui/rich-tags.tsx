import type { ReactNode } from 'react'
import { Latin, Num } from '@/ui/text'

/** Tags for numbers and Latin words inside messages. */
export const rich = {
  num: (chunks: ReactNode) => <Num>{chunks}</Num>,
  latin: (chunks: ReactNode) => <Latin>{chunks}</Latin>,
}

export const linkTo = (href: string) => ({ link: (chunks: ReactNode) => <a href={href}>{chunks}</a> })
