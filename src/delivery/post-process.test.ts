import { describe, expect, it } from 'vitest'
import { PostProcessError, postProcess } from './post-process'

const page = (body: string, head = '') =>
  `<!DOCTYPE html><html lang="ar"><head>${head}</head><body>${body}</body></html>`

describe('what goes and what stays', () => {
  it.each([
    ['an external framework script', '<p>x</p><script src="/_next/static/chunks/a.js" async=""></script>', '<p>x</p>'],
    ['inline flight data', '<p>x</p><script>self.__next_f.push([1,"a"])</script>', '<p>x</p>'],
    [
      'a kept script loses only its mark',
      '<p>x</p><script type="module" src="/js/f.js" data-delivery="keep"></script>',
      '<p>x</p><script type="module" src="/js/f.js"></script>',
    ],
    [
      'structured data stays',
      '<p>x</p><script type="application/ld+json">{"a":"<\\/b>"}</script>',
      '<p>x</p><script type="application/ld+json">{"a":"<\\/b>"}</script>',
    ],
    ['resolved boundaries are only comments', '<!--$--><p>x</p><!--/$-->', '<p>x</p>'],
    ['text that React parted is joined', '<p>a<!-- -->b</p>', '<p>ab</p>'],
    ["Next's empty placeholder", '<div hidden=""><!--$--><!--/$--></div><p>x</p>', '<p>x</p>'],
    ['a hidden element of ours stays', '<div hidden=""><p>x</p></div>', '<div hidden=""><p>x</p></div>'],
    ['a nonce and framework attributes', '<p nonce="n" data-precedence="next" class="c">x</p>', '<p class="c">x</p>'],
    [
      "a form's action fields stay",
      '<form><input type="hidden" name="$ACTION_REF_1"></form>',
      '<form><input type="hidden" name="$ACTION_REF_1"></form>',
    ],
    [
      'a template of ours is cleaned inside',
      '<template id="t"><p>x</p><script>1</script></template>',
      '<template id="t"><p>x</p></template>',
    ],
  ])('%s', (_, given, expected) => {
    expect(postProcess(page(given)).html).toBe(page(expected))
  })

  it.each([
    [
      'stylesheets stay',
      '<link rel="stylesheet" href="/a.css" data-precedence="next">',
      '<link rel="stylesheet" href="/a.css">',
    ],
    ['script preloads go', '<link rel="preload" as="script" href="/a.js">', ''],
    ['module preloads go', '<link rel="modulepreload" href="/a.js">', ''],
    ['style preloads go', '<link rel="preload" as="style" href="/a.css">', ''],
    ['render blocking on framework marks goes', '<link rel="expect" href="#x" blocking="render">', ''],
    [
      'font preloads stay',
      '<link rel="preload" as="font" href="/a.woff2" crossorigin="">',
      '<link rel="preload" as="font" href="/a.woff2" crossorigin="">',
    ],
    [
      'language alternates stay',
      '<link rel="alternate" hreflang="en" href="/en">',
      '<link rel="alternate" hreflang="en" href="/en">',
    ],
  ])('%s', (_, given, expected) => {
    expect(postProcess(page('<p>x</p>', given)).html).toBe(page('<p>x</p>', expected))
  })

  it.each(['textarea', 'pre'])('keeps the first line break that stands in a %s', (tag) => {
    // The first is the parser's, the second the person's.
    const source = page(`<${tag}>\n\ntext</${tag}>`)
    expect(postProcess(source).html).toBe(source)
    expect(postProcess(page(`<${tag}>\ntext</${tag}>`)).html).toBe(page(`<${tag}>text</${tag}>`))
  })

  it('drops inline styles, which the CSP would refuse, and counts them as errors', () => {
    const processed = postProcess(page('<p style="color:red">x</p>'))
    expect(processed.html).toBe(page('<p>x</p>'))
    expect(processed.droppedStyles).toBe(1)
  })

  it('gives the same bytes for a page it has already processed', () => {
    const once = postProcess(page('<!--$--><p>a<!-- -->b &amp; c</p><!--/$--><script>1</script>')).html
    expect(postProcess(once).html).toBe(once)
  })
})

describe('what a page says of itself', () => {
  it('takes the status from the page and removes the mark', () => {
    const processed = postProcess(page('<p>x</p>', '<meta name="delivery-status" content="404">'))
    expect(processed.status).toBe(404)
    expect(processed.html).not.toContain('delivery-')
  })

  it('keeps a page unless it says that it depends on the request', () => {
    expect(postProcess(page('<p>x</p>')).isCacheable).toBe(true)
    const processed = postProcess(page('<p>x</p>', '<meta name="delivery-cache" content="never">'))
    expect(processed.isCacheable).toBe(false)
    expect(processed.html).not.toContain('delivery-')
  })

  it('knows which query parameters a page reads', () => {
    expect(postProcess(page('<p>x</p>', '<meta name="delivery-query" content="category, page">')).queryNames).toEqual([
      'category',
      'page',
    ])
  })

  it('says what went wrong where the page and a form in it both say a status', () => {
    const both = ['200', '422'].map((status) => `<meta name="delivery-status" content="${status}">`)
    expect(postProcess(page('<p>x</p>', both.join(''))).status).toBe(422)
    expect(postProcess(page('<p>x</p>', both.reverse().join(''))).status).toBe(422)
  })

  it.each([['<meta name="delivery-status" content="soon">'], ['<meta name="delivery-cache" content="yes">']])(
    'refuses a mark it does not understand: %s',
    (meta) => {
      expect(() => postProcess(page('<p>x</p>', meta))).toThrow(PostProcessError)
    },
  )
})

describe('pages that would be broken without the framework', () => {
  it.each([
    ['a pending boundary', '<!--$?--><template id="B:0"></template><p>wait</p><!--/$-->'],
    ['a boundary that failed', '<!--$!--><template></template><!--/$-->'],
    ['the template of a boundary', '<template id="B:1"></template><p>x</p>'],
    ['a postponed segment', '<template id="P:1"></template><p>x</p>'],
    ['content streamed out of order', '<p>x</p><div hidden="" id="S:0"><p>late</p></div>'],
    ['a blank page', '<script>1</script>'],
    ['an inline script that asks to be kept', '<p>x</p><script data-delivery="keep">1</script>'],
    ['a foreign script without a scheme', '<p>x</p><script data-delivery="keep" src="//e.example/a.js"></script>'],
    [
      'a foreign script that asks to be kept',
      '<p>x</p><script data-delivery="keep" src="https://e.example/a.js"></script>',
    ],
  ])('refuses %s', (_, body) => {
    expect(() => postProcess(page(body))).toThrow(PostProcessError)
  })

  it("refuses Next's own error page", () => {
    expect(() => postProcess('<html id="__next_error__"><head></head><body><p>x</p></body></html>')).toThrow(
      PostProcessError,
    )
  })
})

it('starts the title of a page that was redisplayed with errors with the word for it', () => {
  const processed = postProcess(
    page('<p>x</p>', '<title>Contact</title><meta name="delivery-title-prefix" content="Error:">'),
  )
  expect(processed.html).toBe(page('<p>x</p>', '<title>Error: Contact</title>'))
})
