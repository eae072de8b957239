import { normaliseArabic } from '@/platform/arabic'

/**
 * Words that are looked up only if a search has no others. «أم» (or) is left out: here it is the mother. So is «بكم»,
 * which asks for a price.
 */
const words = `
  في من إلى الى على عن مع أن إن أنه أنها هذا هذه ذلك تلك التي الذي الذين ما ماذا لماذا متى أين كيف كم هل
  هو هي هم نحن أنا أنت أنتم كان كانت يكون تكون قد لقد لا لم لن ليس ثم أو بل لكن حتى إذا لو كل بعض أي عند لدى
  بين بعد قبل حول دون خلال كما مثل غير هنا هناك أريد نريد أرغب نرغب يمكن ممكن لي لنا لكم به بها له لها لهم فيه فيها
  و ف ب ك ل بلا بدون بخصوص بشأن لأي بأي عليه عليها عليكم منه منها إليه إليها إليكم معه معها معنا معهم بنا الآن اليوم يعني فقط أيضا
  لدي لديكم لدينا عندي عندنا عندكم معي معكم منكم فيكم بينكم عنكم أحتاج نحتاج محتاج محتاجة تحتاج تحتاجون يحتاج
  يلزم يلزمني لازم ضروري أستطيع نستطيع أقدر نقدر تقدر تقدرون يجب أود نود كيفية طريقة شيء أحد سمحت سمحتم سمحتوا فضلك
  فضلكم رجاء نرجو أرجو الرجاء شكرا السلام وعليكم مرحبا
  أبي أبغى أبغا أبغي نبي نبغى نبغا تبون تبي يبي ودي ودنا بدي بدنا عايز عايزة عاوز حاب حابة حابين أبا
  اللي الي ايش أيش وش اش شو ايه إيه مين وين فين منين ليش ليه شلون كيفها عشان علشان عشاني حد واحد وحدة
  شي شيئ حاجة هذي ذي هاذا هاذي هذول ذا كذا الحين ألحين توني مو مب مش ماهو فيني يمديني يمدي بس برضو كمان
  إياها إياه اياهم انتوا انتو احنا إحنا حنا أنتو تراني ترا ولا أسوي نسوي تسوون سوي صار يصير صاير أعرف نعرف
  the a an of to in on at by for from with about and or not is are was were be been being am do does did done can could
  will would should may might must i im ive id we you u he she it they me us my mine our ours your yours his her its their
  them this that these those what when where which who whom whose why how much many any some there here s t d ll re ve
  have has had having want wants need needs needed like please get getting got give gives go going let lets know tell
  if so just also than then too very into up out off make makes making take takes find someone somebody something
  anyone anything everything all every each other others ok hi hello thanks
`
const stopWords = new Set(words.split(/\s+/).map(normaliseArabic).filter(Boolean))

const pronoun = /^(.{4,}?)(?:ها|هم|هن|كم|كن|نا|ه|ني)$/

/** @param word normalised; a pronoun after it makes no difference: تحتاجونها */
export const isStopWord = (word: string): boolean => stopWords.has(word) || stopWords.has(pronoun.exec(word)?.[1] ?? '')
