import { APIError, type Endpoint, Forbidden, NotFound, type PayloadRequest } from 'payload'
import type { Locale } from '@/i18n/routing'
import { hasRole } from '@/platform/access'
import { downloadHeaders } from '@/platform/file-name'
import { localize } from '@/platform/localize'
import { surveyRoutes } from '../domain/paths'
import { copyAsNextRound } from './next-round'
import { getResults } from './results'
import { answersCsv, resultsCsv } from './results-csv'
import { traceResponse } from './trace-response'

const idOf = (req: PayloadRequest): string => String(req.routeParams?.id ?? '')

const files = { 'results.csv': resultsCsv, 'answers.csv': answersCsv } as const

/** GET: the results as a file, for those who may read them. */
const exportResults: Endpoint = {
  path: surveyRoutes.results,
  method: 'get',
  handler: async (req) => {
    const write = Object.entries(files).find(([name]) => name === req.routeParams?.file)?.[1]
    if (!write) throw new NotFound(req.t)
    const locale: Locale = req.query.language === 'en' ? 'en' : 'ar'
    const found = await getResults(req.payload, { survey: idOf(req), user: req.user, locale })
    if (found.status === 'forbidden') throw new Forbidden(req.t)
    if (found.status === 'unknown') throw new NotFound(req.t)
    const { slug, round } = found.view.survey
    return new Response(write(found.view, locale), {
      headers: downloadHeaders(`${slug}-${round}-${String(req.routeParams?.file)}`, 'text/csv; charset=utf-8'),
    })
  },
}

/** POST: a draft of the next round, for those who build surveys. */
const nextRound: Endpoint = {
  path: surveyRoutes.nextRound,
  method: 'post',
  handler: async (req) => {
    if (!hasRole(req.user, 'administrator', 'editor')) throw new Forbidden(req.t)
    try {
      return Response.json({ id: await copyAsNextRound(req.payload, idOf(req)) })
    } catch (error) {
      if (error instanceof NotFound) throw error
      req.payload.logger.error({ err: error }, 'a survey could not be copied')
      throw new APIError('The survey could not be copied.', 500, null, true)
    }
  },
}

async function formOf(req: PayloadRequest): Promise<FormData | undefined> {
  try {
    return await req.formData?.()
  } catch {
    throw new APIError(localize(req, { ar: 'الطلب غير مقروء.', en: 'The form can’t be read.' }), 400, null, true)
  }
}

/** POST with a form's `reason`: redirects to the case that an invited response is about. */
const trace: Endpoint = {
  path: surveyRoutes.trace,
  method: 'post',
  handler: async (req) => {
    const reason = (await formOf(req))?.get('reason')
    const result = await traceResponse({
      payload: req.payload,
      user: req.user,
      response: idOf(req),
      reason: typeof reason === 'string' ? reason : '',
      clock: () => new Date(),
    })
    switch (result.status) {
      case 'ok':
        return new Response(null, { status: 303, headers: { Location: `/admin/inbox/${result.inquiry}` } })
      case 'forbidden':
        throw new Forbidden(req.t)
      case 'unknown':
        throw new NotFound(req.t)
      case 'reasonMissing':
        throw new APIError(localize(req, { ar: 'يلزم سبب واضح.', en: 'Please give a clear reason.' }), 422, null, true)
    }
  },
}

export const surveyEndpoints: Endpoint[] = [exportResults, nextRound, trace]
