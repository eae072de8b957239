import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { patientRest } from '@/payload/rest'
import { guardedRest, type RestHandler } from '@/payload/rest/guarded-rest'

const handle = (rest: RestHandler) => guardedRest(patientRest(rest, config), config)

export const GET = handle(REST_GET(config))
export const HEAD = handle(REST_GET(config))
// A read that is sent as a POST reaches Payload as the GET that it is.
export const POST = handle((request, given) =>
  request.method === 'GET' ? REST_GET(config)(request, given) : REST_POST(config)(request, given),
)
export const DELETE = handle(REST_DELETE(config))
export const PATCH = handle(REST_PATCH(config))
export const PUT = handle(REST_PUT(config))
export const OPTIONS = handle(REST_OPTIONS(config))
