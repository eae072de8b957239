import { type FoundText, sentences, wordsOfMessages } from '@/app/(site)/[locale]/search/found-text'
import { type ContentPage, contentPages, type PageKey, sitePages } from '@/features/site/domain/pages'
import { getAssociation, getPage } from '@/features/site/server/queries'
import { richTextLines } from '@/features/site/server/rich-text-lines'
import { openPublicSurvey } from '@/features/surveys/server/forms'
import { type Messages, messagesFor } from '@/i18n/messages'
import type { Locale } from '@/i18n/routing'
import { translator } from '@/i18n/translator'

/** The pages of the site that are neither a policy nor a service. */
export async function pageTexts(locale: Locale, now: Date): Promise<FoundText[]> {
  const texts = [await contentTexts(locale)]
  for (const text of Object.values(codedTexts)) if (text) texts.push([await text(locale, now)])
  return texts.flat()
}

type Key = keyof Messages['search']['keywords']

/** @param key names the words that lead to the page and don't stand on it */
const page = (
  locale: Locale,
  key: Key,
  { heading, text, keywords = '' }: { heading: string; text: string; keywords?: string },
): FoundText => ({
  kind: 'page',
  path: sitePages[key].path,
  text: {
    heading,
    text,
    context: '',
    keywords: `${translator('search.keywords', locale)(key)} ${keywords}`,
    within: [],
    lang: locale,
  },
})

async function contentTexts(locale: Locale): Promise<FoundText[]> {
  const { pages, site } = messagesFor(locale)
  const { name, registrationNumber, address } = await getAssociation(locale)
  const texts: FoundText[] = []
  for (const slug of contentPages) {
    const content = await getPage(slug, locale)
    if (!content) continue
    const facts =
      slug === 'about' ? [name, pages.about.registration, registrationNumber, address].filter(Boolean).join(' ') : ''
    texts.push(
      page(locale, slug, {
        heading: content.title,
        text: sentences([content.lead, ...richTextLines(content.body)]),
        keywords: `${site.page[slug]} ${facts}`,
      }),
    )
  }
  return texts
}

/** With what the association has said of itself, and what the form asks for. */
async function contactText(locale: Locale): Promise<FoundText> {
  const { inquiries, files, site, channels: channelNames } = messagesFor(locale)
  const { contact, field, kind, kindHelp, replyChannel } = inquiries
  const { phone, email, address, channels, socialAccounts } = await getAssociation(locale)
  return page(locale, 'contact', {
    heading: site.page.contact,
    text: sentences([
      contact.description,
      phone && `${site.foot.phone} ${phone}`,
      email && `${site.foot.email} ${email}`,
      address && `${messagesFor(locale).pages.about.address}: ${address}`,
      ...channels.flatMap(({ channel, details, hours }) =>
        details || hours ? [`${channelNames[channel]}: ${[details, hours].filter(Boolean).join(' ')}`] : [],
      ),
      ...socialAccounts.map(({ label }) => label),
      contact.lead,
      contact.form,
    ]),
    keywords: [
      ...socialAccounts.map(({ url }) => url),
      ...Object.values(channelNames),
      site.foot.phone,
      site.foot.email,
      site.foot.social,
      wordsOfMessages([
        ...[contact.channels, labelsOf(field), files.label, files.kept, files.remove],
        ...[kind, kindHelp, replyChannel],
      ]),
    ].join(' '),
  })
}

/** What a form's fields are called, without what is said about them. */
const labelsOf = ({ consent: _, ...labels }: Messages['inquiries']['field']): string[] =>
  Object.entries(labels).flatMap(([key, label]) => (key.endsWith('Help') ? [] : label))

function trackText(locale: Locale): FoundText {
  const { cases, site } = messagesFor(locale)
  const { track, field } = cases
  return page(locale, 'track', {
    heading: site.page.track,
    text: sentences([track.description, track.lead]),
    keywords: wordsOfMessages([
      track.title,
      field.reference,
      field.referenceHelp,
      field.code,
      field.codeHelp,
      track.unknownNote,
      cases.receipt.keepHow,
    ]),
  })
}

function lostText(locale: Locale): FoundText {
  const { cases, site } = messagesFor(locale)
  const { lost, field } = cases
  return page(locale, 'lost', {
    heading: site.page.lost,
    text: lost.lead,
    keywords: wordsOfMessages([field.contact, field.referenceLost, lost.send]),
  })
}

function appointmentsText(locale: Locale): FoundText {
  const { appointments, site, channels } = messagesFor(locale)
  return page(locale, 'appointments', {
    heading: site.page.appointments,
    text: sentences([appointments.description, appointments.lead]),
    keywords: wordsOfMessages([channels.interview, appointments.page.move, appointments.page.cancel]),
  })
}

async function evaluateText(locale: Locale, now: Date): Promise<FoundText> {
  const { surveys, site } = messagesFor(locale)
  const opened = await openPublicSurvey('everyone', locale, now)
  const survey = opened.status === 'ok' ? opened.survey : null
  return page(locale, 'evaluate', {
    heading: site.page.evaluate,
    text: sentences([
      surveys.evaluate.description,
      ...(survey ? [survey.title, survey.introduction, ...survey.questions.map(({ text }) => text)] : []),
    ]),
    keywords: wordsOfMessages([surveys.evaluate.right, surveys.evaluate.use, surveys.form.contact, surveys.form.send]),
  })
}

async function homeText(locale: Locale): Promise<FoundText> {
  const { site, home } = messagesFor(locale)
  const { name, description } = await getAssociation(locale)
  return page(locale, 'home', {
    heading: site.page.home,
    text: sentences([name, description, site.tagline]),
    keywords: wordsOfMessages([home.newest.title, home.served.title]),
  })
}

function servicesText(locale: Locale): FoundText {
  const { site, services } = messagesFor(locale)
  return page(locale, 'services', {
    heading: site.page.services,
    text: sentences([services.lead, services.description]),
  })
}

function policiesText(locale: Locale): FoundText {
  const { site, policies } = messagesFor(locale)
  return page(locale, 'policies', {
    heading: site.page.policies,
    text: sentences([policies.lead, policies.description]),
  })
}

function sitemapText(locale: Locale): FoundText {
  const { title, lead } = messagesFor(locale).pages.sitemap
  return page(locale, 'sitemap', { heading: title, text: lead })
}

/** What of each page can be found; null where the search is to find nothing. Pages of the panel are found by their text. */
const codedTexts: Readonly<
  Record<Exclude<PageKey, ContentPage>, ((locale: Locale, now: Date) => FoundText | Promise<FoundText>) | null>
> = {
  contact: contactText,
  appointments: appointmentsText,
  track: trackText,
  lost: lostText,
  evaluate: evaluateText,
  home: homeText,
  services: servicesText,
  policies: policiesText,
  sitemap: sitemapText,
  search: null,
}
