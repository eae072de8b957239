import type { Payload } from 'payload'
import { receiveInquiry } from '@/features/inquiries/server/receive-inquiry'
import { invitationKey, invitationToken, invitationTokenHash } from '@/features/surveys/server/invitations'
import { encryptTexts } from '@/features/surveys/server/personal-fields'
import type { Survey } from '@/payload-types'
import { storedDay } from '@/platform/calendar'
import { markExamples } from '@/platform/examples'
import { privacyNoticeVersion } from '@/platform/privacy-notice'
import { asSystem } from '@/platform/system-payload'
import { seedService } from '@/seed/services'
import { answeredCases } from '@/shared/casework/server/answered-cases'
import { addMessage } from '@/shared/casework/server/desk/add-message'
import type { StaffAction, StepResult } from '@/shared/casework/server/desk/append-staff-event'
import { assign } from '@/shared/casework/server/desk/assign'
import { close } from '@/shared/casework/server/desk/close'
import { refer } from '@/shared/casework/server/desk/refer'
import { reply } from '@/shared/casework/server/reply'
import { findCaseByKey } from '@/shared/casework/server/tracking'
import type { PlannedInquiry, PlannedStep } from './plan'
import { exampleServices } from './services'
import { comments, conversations, remarks, senders } from './texts'
import { exampleWorld, type World } from './world'

/** Real data is there, and examples among it could be taken for real. */
export class RealDataError extends Error {
  override readonly name = 'RealDataError'
}

export interface ExamplesMade {
  services: number
  inquiries: number
  responses: number
}

const system = asSystem('seed-examples')
/** Keys with a colon can't come from the site's forms, so a real submission is never taken for an example. */
const keyOf = (index: number) => `example:${index}`
const TARGET_DAYS = { question: 3, guidance: 3, complaint: 5, suggestion: null } as const

const choose = <Value>(values: readonly Value[], index: number): Value => {
  const value = values[index % values.length]
  if (value === undefined) throw new Error('nothing to choose from')
  return value
}

/**
 * Fills an otherwise empty system with services, inquiries and evaluations, all named as examples, through the same use cases as real ones. Run again it completes what is missing.
 * @throws RealDataError when people's inquiries or evaluations are there and `isRealDataRefused`
 */
export async function seedExamples(
  payload: Payload,
  { plan, isRealDataRefused }: { plan: readonly PlannedInquiry[]; isRealDataRefused: boolean },
): Promise<ExamplesMade> {
  if (isRealDataRefused) await refuseRealData(payload, plan.length)
  await markExamples(payload)
  for (const service of exampleServices) await seedService(payload, service, null)
  const world = await exampleWorld(payload)
  let responses = 0
  for (const [index, planned] of plan.entries()) {
    const inquiry = await live(world, index, planned)
    if (await evaluate(world, index, planned, inquiry)) responses += 1
  }
  return { services: exampleServices.length, inquiries: plan.length, responses }
}

async function refuseRealData(payload: Payload, planned: number): Promise<void> {
  const keys = Array.from({ length: planned }, (_, index) => keyOf(index))
  const all = await payload.count({ collection: 'inquiries', ...system })
  const examples = await payload.count({
    collection: 'inquiries',
    where: { submissionKey: { in: keys } },
    ...system,
  })
  const answers = await payload.count({ collection: 'survey-responses', ...system })
  const exampleAnswers = await payload.count({
    collection: 'survey-responses',
    where: { submissionKey: { in: keys } },
    ...system,
  })
  if (all.totalDocs > examples.totalDocs || answers.totalDocs > exampleAnswers.totalDocs) {
    throw new RealDataError(
      'This database holds inquiries or evaluations of real people, among which examples could be taken for real. Name another folder, for example: DATA_DIR=data-examples npm start -- --examples',
    )
  }
}

/** One inquiry and everything that has happened to it. @returns its id */
async function live(world: World, index: number, planned: PlannedInquiry): Promise<string> {
  const { payload } = world
  await receive(world, index, planned)
  const inquiry = await findCaseByKey(payload, keyOf(index))
  if (!inquiry) throw new Error(`the example ${index} was not stored`)
  let seq = 0
  for (const [place, step] of planned.steps.entries()) {
    const work: StaffAction = {
      payload,
      clock: () => step.at,
      user: choose(world.staff, planned.worker),
      caseId: inquiry.id,
      seq,
      submissionKey: `${keyOf(index)}:${place}`,
    }
    const taken = await take(world, planned, step, work, index)
    if (taken.status !== 'ok')
      throw new Error(`the example ${index} could not be ${step.type}: ${JSON.stringify(taken)}`)
    seq += 1
  }
  return inquiry.id
}

async function receive({ payload, services, staff }: World, index: number, planned: PlannedInquiry): Promise<void> {
  const { kind, channel, locale, isAnonymous, receivedAt } = planned
  const conversation = choose(conversations[kind], planned.text)
  const service = planned.service === null ? null : choose(services, planned.service)
  const worker = channel === 'website' ? null : choose(staff, planned.worker)
  const submissionKey = keyOf(index)
  // Already there when an earlier filling was cut short.
  await receiveInquiry(payload, {
    inquiry: {
      kind,
      subject: conversation.subject[locale],
      message: conversation.message[locale],
      service: service?.slug ?? null,
      isSensitive: false,
      // Nobody is written to or called: examples leave no e-mail, and these numbers are not given out.
      ...(isAnonymous
        ? { isAnonymous, name: null, phone: null }
        : {
            isAnonymous,
            name: choose(senders, planned.text)[locale],
            phone: `+966500000${String(index).padStart(3, '0')}`,
          }),
      email: null,
      replyChannel: 'tracking',
      replyLocale: locale,
    },
    serviceId: service?.id ?? null,
    channel,
    consent: {
      form: worker === null ? 'on-form' : channel === 'letter' ? 'written' : 'spoken',
      version: privacyNoticeVersion,
      at: receivedAt,
    },
    receivedAt,
    targetDays: TARGET_DAYS[kind],
    submissionKey,
    dedupeKey: submissionKey,
    proof: submissionKey,
    ...(worker && { recordedBy: worker.id }),
  })
}

async function take(
  world: World,
  { kind, text, locale, steps }: PlannedInquiry,
  step: PlannedStep,
  work: StaffAction,
  index: number,
): Promise<StepResult | Awaited<ReturnType<typeof reply>>> {
  const conversation = choose(conversations[kind], text)
  switch (step.type) {
    case 'assigned':
      return assign(work, { assignee: work.user.id })
    case 'referred':
      return refer(work, { target: { kind: 'department', id: world.department }, reason: remarks.referred.ar })
    case 'noted':
    case 'asked':
      return addMessage(work, { type: step.type, text: remarks[step.type][step.type === 'noted' ? 'ar' : locale] })
    case 'answered': {
      const isFirst = steps.find(({ type }) => type === 'answered') === step
      return addMessage(work, {
        type: 'answered',
        text: (isFirst ? conversation.answer : remarks.answeredAgain)[locale],
      })
    }
    case 'closed':
      return close(work)
    case 'added':
    case 'reopened':
      return reply({
        payload: world.payload,
        clock: work.clock,
        caseKey: keyOf(index),
        replyKey: work.submissionKey,
        text: remarks[step.type][locale],
        files: [],
        removed: [],
        honeypot: '',
        clientAddress: work.submissionKey,
      })
  }
}

/** The evaluation as a row: the form takes only today's. @returns whether there is one */
async function evaluate(
  { payload, services, survey }: World,
  index: number,
  { evaluation, service, channel, locale }: PlannedInquiry,
  inquiry: string,
): Promise<boolean> {
  if (!evaluation) return false
  const submissionKey = keyOf(index)
  const known = await payload.count({
    collection: 'survey-responses',
    where: { submissionKey: { equals: submissionKey } },
    ...system,
  })
  if (known.totalDocs > 0) return true
  const { at, scores, comment, isInvited } = evaluation
  const serviceSlug = service === null ? null : choose(services, service).slug
  if (isInvited) await invite(payload, survey, { inquiry, at, serviceSlug, channel, locale })
  const texts: Record<string, string> = comment === null ? {} : { comment: choose(comments, comment)[locale] }
  await payload.create({
    collection: 'survey-responses',
    data: {
      survey: survey.id,
      answers: { ...scores },
      textKeys: Object.keys(texts),
      texts: encryptTexts(texts),
      isInvited,
      serviceSlug,
      channel: isInvited ? channel : null,
      locale,
      submittedAt: storedDay(at).toISOString(),
      submissionKey,
      proof: submissionKey,
    },
    depth: 0,
    ...system,
  })
  return true
}

async function invite(
  payload: Payload,
  survey: Survey,
  given: { inquiry: string; at: Date; serviceSlug: string | null; channel: string; locale: 'ar' | 'en' },
): Promise<void> {
  const { inquiry, at, serviceSlug, channel, locale } = given
  const dedupeKey = invitationKey(survey.slug, inquiry)
  const where = { dedupeKey: { equals: dedupeKey } }
  const { totalDocs } = await payload.count({ collection: 'survey-invitations', where, ...system })
  if (totalDocs === 0) {
    await payload.create({
      collection: 'survey-invitations',
      data: {
        survey: survey.id,
        inquiry,
        dedupeKey,
        tokenHash: invitationTokenHash(invitationToken(dedupeKey)),
        invitedAt: at.toISOString(),
        serviceSlug,
        channel,
        locale,
        mailState: 'none',
        mailAttempts: 0,
      },
      depth: 0,
      ...system,
    })
  }
  await answeredCases.markInvited(payload, inquiry, at)
}
