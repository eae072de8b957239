import { expect, it } from 'vitest'
import { contentTypeOf } from '@/delivery/content-type'

it.each([
  ['feed.xml', 'application/xml; charset=utf-8'],
  ['favicon.ico', 'image/x-icon'],
  ['FAVICON.ICO', 'image/x-icon'],
  ['style.css', 'text/css; charset=utf-8'],
  ['app.js', 'text/javascript; charset=utf-8'],
  ['manifest.webmanifest', 'application/manifest+json; charset=utf-8'],
  ['robots.txt', 'text/plain; charset=utf-8'],
  ['font.woff2', 'font/woff2'],
  ['report.PDF', 'application/pdf'],
  ['file.constructor', 'application/octet-stream'],
  ['file', 'application/octet-stream'],
])('%s is %s', (file, type) => expect(contentTypeOf(file)).toBe(type))
