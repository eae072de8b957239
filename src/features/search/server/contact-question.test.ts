import { describe, expect, it } from 'vitest'
import { askedContactFacts } from '@/features/search/server/contact-question'

describe('questions about reaching the association', () => {
  it.each([
    ['رقم الهاتف', ['telephone']],
    ['وش رقم جوالكم', ['telephone']],
    ['رقم التواصل', ['telephone']],
    ['رقم الجمعيه', ['telephone']],
    ['phone number', ['telephone']],
    ['how can I call you', ['telephone']],
    ['telefone', ['telephone']],
    ['متى تفتحون', ['hours']],
    ['متى دوامكم', ['hours']],
    ['اوقات الدوام', ['hours']],
    ['ساعات العمل الرسمية', ['hours']],
    ['opening hours', ['hours']],
    ['when are you open', ['hours']],
    ['وين مكانكم', ['address']],
    ['عنوان الجمعية', ['address']],
    ['وينكم', ['address']],
    ['اللوكيشن لو سمحتم', ['address']],
    ['where are you located', ['address']],
    ['adress', ['address']],
    ['ايميلكم', ['email']],
    ['e-mail address', ['email']],
    ['عنوان البريد الإلكتروني', ['email']],
    ['واتساب', ['social']],
    ['حسابكم في تويتر', ['social']],
    ['التواصل معكم', ['contact']],
    ['contact us', ['contact']],
    ['العنوان ورقم الهاتف', ['telephone', 'address']],
  ])('%s', (question, facts) => {
    expect(askedContactFacts(question).toSorted()).toEqual(facts.toSorted())
  })

  it.each([
    '',
    '؟!',
    'شكوى بالهاتف',
    'رقم الطلب',
    'رقم المتابعة',
    'متى تسري السياسة',
    'متى تردون على الاستفسار',
    'موقع الجمعية الإلكتروني',
    'phone policy',
    'open an inquiry',
    'عنوان الرسالة',
  ])('“%s” is about something else', (question) => {
    expect(askedContactFacts(question)).toEqual([])
  })
})
