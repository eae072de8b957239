import { normaliseArabic } from '@/platform/arabic'

/**
 * Words that a question has and an answer need not: looked up only when there are no others.
 * «أم» (or) is left out: here it is the mother.
 */
const words = `
  في من إلى الى على عن مع أن إن أنه أنها هذا هذه ذلك تلك التي الذي الذين ما ماذا لماذا متى أين كيف كم هل
  هو هي هم نحن أنا أنت أنتم كان كانت يكون تكون قد لقد لا لم لن ليس ثم أو بل لكن حتى إذا لو كل بعض أي عند لدى
  بين بعد قبل حول دون خلال كما مثل غير هنا هناك أريد نريد أرغب يمكن ممكن لي لنا لكم به بها له لها لهم فيه فيها
  و ف ب ك ل
  the a an of to in on at by for from with about and or not is are was were be been do does did can could will would
  should may might i we you he she it they me us my our your his her its their this that these those what when where
  which who whom why how s t d ll re ve
`
const stopWords = new Set(words.split(/\s+/).map(normaliseArabic).filter(Boolean))

/** @param word normalised */
export const isStopWord = (word: string): boolean => stopWords.has(word)
