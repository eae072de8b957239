/** Paths of the survey endpoints (`server/endpoints.ts`). */
export const surveyRoutes = {
  results: '/survey-results/:id/:file',
  nextRound: '/survey-next-round/:id',
  trace: '/survey-trace/:id',
} as const

export const surveyResultsPath = (id: string): string => `/api/survey-results/${id}`
export const surveyNextRoundPath = (id: string): string => `/api/survey-next-round/${id}`
export const surveyTracePath = (response: string): string => `/api/survey-trace/${response}`
