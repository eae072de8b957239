import type { BilingualLabel } from '@/shared/vocabulary/label'
import type { Audience } from '../domain/survey'

export const audienceLabels: Record<Audience, BilingualLabel> = {
  answered: { ar: 'من أُجيب عن استفساره', en: 'Whose inquiry was answered' },
  everyone: { ar: 'كل زائر للموقع', en: 'Everyone on the site' },
  service: { ar: 'من استفاد من خدمة', en: 'Who used a service' },
}
