'use client'

import { FailedPage } from '@/panel/failed-page'

export default function PanelError() {
  return <FailedPage />
}
