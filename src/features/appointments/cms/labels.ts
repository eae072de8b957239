import type { LocalizedText } from '@/platform/localize'
import type { AppointmentMail, AppointmentState } from '../domain/appointment'

export const appointmentStateLabels: Readonly<Record<AppointmentState, LocalizedText>> = {
  booked: { ar: 'محجوز', en: 'Booked' },
  cancelled: { ar: 'ملغى', en: 'Cancelled' },
  attended: { ar: 'تم الحضور', en: 'Attended' },
  missed: { ar: 'لم يتم الحضور', en: 'Missed' },
}

export const appointmentMailLabels: Readonly<Record<AppointmentMail, LocalizedText>> = {
  booked: { ar: 'حجز', en: 'Booking' },
  moved: { ar: 'تغيير', en: 'Move' },
  cancelled: { ar: 'إلغاء', en: 'Cancellation' },
  reminder: { ar: 'تذكير', en: 'Reminder' },
}
