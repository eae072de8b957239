import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contentDisposition, downloadHeaders, fileName } from '@/platform/file-name'

describe('the name of a file', () => {
  it.each([
    ['هوية.png', 'image/png', 'هوية.png'],
    ['Report.PDF', 'application/pdf', 'Report.pdf'],
    ['photo.jpeg', 'image/jpeg', 'photo.jpeg'],
    ['IMG_1.jpg', 'image/heic', 'IMG_1.heic'],
    ['scan.png', 'application/pdf', 'scan.pdf'],
    ['x.html', 'application/pdf', 'x.html.pdf'],
    ['setup.exe', 'image/png', 'setup.exe.png'],
    ['x.pdf.html', 'application/pdf', 'x.pdf.html.pdf'],
    ['x.html\u200b', 'application/pdf', 'x.html.pdf'],
    ['x.html.', 'application/pdf', 'x.html.pdf'],
    ['x.html ', 'application/pdf', 'x.html.pdf'],
    ['مستند', 'application/pdf', 'مستند.pdf'],
    ['تقرير 1.2 نهائي', 'application/pdf', 'تقرير 1.2 نهائي.pdf'],
    ['\u200f\u200e', 'image/jpeg', 'file.jpg'],
    ['\u202egpj.pdf', 'application/pdf', 'gpj.pdf'],
    ['.pdf', 'application/pdf', 'pdf.pdf'],
    ['..', 'application/pdf', 'file.pdf'],
    ['', 'application/pdf', 'file.pdf'],
    ['C:\\fakepath\\x.pdf', 'application/pdf', 'x.pdf'],
    ['../../etc/passwd', 'text/plain', 'passwd.txt'],
    ['👩\u200d👩\u200d👧.jpg', 'image/jpeg', '👩\u200d👩\u200d👧.jpg'],
    ['a\nb\u0000.pdf', 'application/pdf', 'a b.pdf'],
    [`${'ن'.repeat(300)}.pdf`, 'application/pdf', `${'ن'.repeat(100)}.pdf`],
    ['anything.bin', 'application/octet-stream', 'anything.bin'],
  ])('%j of %s is %j', (given, type, name) => {
    expect(fileName(given, type)).toBe(name)
    expect(fileName(name, type)).toBe(name)
  })
})

describe('Content-Disposition', () => {
  it.each([
    [
      "Noura's certificate.pdf",
      "attachment; filename=\"Noura's certificate.pdf\"; filename*=UTF-8''Noura%27s%20certificate.pdf",
    ],
    [
      "شهادة 'نورة'.pdf",
      'attachment; filename="file.pdf"; filename*=UTF-8\'\'%D8%B4%D9%87%D8%A7%D8%AF%D8%A9%20%27%D9%86%D9%88%D8%B1%D8%A9%27.pdf',
    ],
    ['a (1)*.pdf', 'attachment; filename="a (1)*.pdf"; filename*=UTF-8\'\'a%20%281%29%2A.pdf'],
    [
      '50% "off"; x\\y.pdf',
      'attachment; filename="50_ _off__ x_y.pdf"; filename*=UTF-8\'\'50%25%20%22off%22%3B%20x%5Cy.pdf',
    ],
    ['résumé.pdf', 'attachment; filename="resume.pdf"; filename*=UTF-8\'\'r%C3%A9sum%C3%A9.pdf'],
    ['👩\u200d👧.jpg', 'attachment; filename="file.jpg"; filename*=UTF-8\'\'%F0%9F%91%A9%E2%80%8D%F0%9F%91%A7.jpg'],
    ['a\r\nX-Evil: 1.pdf', 'attachment; filename="a X-Evil: 1.pdf"; filename*=UTF-8\'\'a%20X-Evil%3A%201.pdf'],
    ['\ud800.pdf', 'attachment; filename="file.pdf"; filename*=UTF-8\'\'.pdf'],
  ])('names %j', (name, header) => {
    expect(contentDisposition('attachment', name)).toBe(header)
  })

  it('is one line of ASCII that follows the grammar and says the name back, whatever it is', () => {
    const grammar = /^inline; filename="[^"\\%;\r\n]+"; filename\*=UTF-8''(?:[A-Za-z0-9!#$&+.^_`|~-]|%[0-9A-F]{2})+$/
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (given) => {
        const name = fileName(given, 'application/pdf')
        const header = contentDisposition('inline', name)
        expect(header).toMatch(grammar)
        expect(header).toMatch(/^[ -~]+$/)
        expect(header).toMatch(/\.pdf"; /)
        expect(decodeURIComponent(header.split("''")[1] ?? '')).toBe(name)
      }),
      { numRuns: 200 },
    )
  })

  it('goes with what keeps a download from being a page of the site', () => {
    expect(downloadHeaders('x.pdf', 'application/pdf')).toMatchObject({
      'Content-Type': 'application/pdf',
      'Content-Disposition': expect.stringMatching(/^attachment; /),
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    })
  })
})
