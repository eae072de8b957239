import type { CaseWords, Mode } from './case-form-state'
import type { DeskTranslator } from './translator'

/** The words of the case page's forms, said on the server. */
export function wordsOf(t: DeskTranslator): CaseWords {
  const mode = (name: Mode) => ({
    mode: t(`case.work.mode.${name}`),
    label: t(`case.work.label.${name}`),
    help: t(`case.work.help.${name}`),
  })
  const submit = (name: keyof CaseWords['submit']) => t(`case.work.submit.${name}`)
  return {
    title: t('case.work.title'),
    modes: {
      answer: mode('answer'),
      ask: mode('ask'),
      refer: mode('refer'),
      note: mode('note'),
      reopen: mode('reopen'),
    },
    refer: {
      label: t('case.work.target'),
      choose: t('case.work.chooseTarget'),
      people: t('case.work.people'),
      departments: t('case.work.departments'),
    },
    submit: {
      answer: submit('answer'),
      answerAndClose: submit('answerAndClose'),
      ask: submit('ask'),
      refer: submit('refer'),
      note: submit('note'),
      close: submit('close'),
      reopen: submit('reopen'),
    },
    closeHelp: t('case.work.closeHelp'),
    closed: t('case.work.closed'),
    pending: t('case.work.pending'),
    restored: t('case.work.restored'),
    assign: {
      label: t('case.assign.label'),
      choose: t('case.assign.choose'),
      submit: t('case.assign.submit'),
      take: t('case.assign.take'),
      toOthers: t('case.assign.toOthers'),
    },
    latest: t('case.latest'),
  }
}
