import config from '@payload-config'
import { REST_DELETE, REST_GET, REST_OPTIONS, REST_PATCH, REST_POST, REST_PUT } from '@payloadcms/next/routes'
import { patientRest } from '@/platform/cms/rest'

export const GET = patientRest(REST_GET(config), config)
export const POST = patientRest(REST_POST(config), config)
export const DELETE = patientRest(REST_DELETE(config), config)
export const PATCH = patientRest(REST_PATCH(config), config)
export const PUT = patientRest(REST_PUT(config), config)
export const OPTIONS = patientRest(REST_OPTIONS(config), config)
