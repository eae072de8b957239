import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Checkbox, Choices, ErrorSummary, Select, TextArea, TextInput } from '@/ui/field'

const attribute = (html: string, tag: string, name: string) =>
  new RegExp(`<${tag}[^>]* ${name}="([^"]*)"`).exec(html)?.[1] ?? null

describe('a field', () => {
  it('ties its help and its error to the control and says that it is wrong', () => {
    const html = renderToStaticMarkup(
      <TextInput id="phone" name="phone" label="Mobile" help="Ten digits." error="Complete it." errorLabel="Error:" />,
    )
    expect(attribute(html, 'input', 'aria-describedby')).toBe('phone-help phone-error')
    expect(attribute(html, 'input', 'aria-invalid')).toBe('true')
    expect(attribute(html, 'label', 'for')).toBe('phone')
    expect(html).toContain('id="phone-help"')
    expect(html).toContain('id="phone-error"')
    expect(html).toMatch(/field field-error.*Error:.*Complete it\./)
  })

  it('lays out what is typed in its own direction, and numbers from the left', () => {
    const html = renderToStaticMarkup(
      <>
        <TextInput id="name" name="name" label="Name" />
        <TextArea id="message" name="message" label="Message" />
        <TextInput id="phone" name="phone" label="Mobile" dir="ltr" />
      </>,
    )
    expect(html.match(/<(?:input|textarea)[^>]* dir="[^"]*"/g)?.map((tag) => /dir="(.*)"/.exec(tag)?.[1])).toEqual([
      'auto',
      'auto',
      'ltr',
    ])
  })

  it('is not described by what is not there', () => {
    const html = renderToStaticMarkup(<TextArea id="message" name="message" label="Message" defaultValue="typed" />)
    expect(html).not.toContain('aria-describedby')
    expect(html).not.toContain('aria-invalid')
    expect(html).toContain('>typed</textarea>')
  })

  it('says optional and keeps the chosen option', () => {
    const html = renderToStaticMarkup(
      <Select
        id="service"
        name="service"
        label="Service"
        optionalLabel="optional"
        emptyLabel="None"
        defaultValue="b"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    )
    expect(html).toContain('(optional)')
    expect(html).toMatch(/<option value="b" selected="">/)
  })

  it('gives the first choice the id the error summary links to, and marks what was chosen', () => {
    const html = renderToStaticMarkup(
      <Choices
        id="kind"
        name="kind"
        label="Kind"
        error="Choose one."
        defaultValue="b"
        options={[
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ]}
      />,
    )
    expect(attribute(html, 'fieldset', 'aria-describedby')).toBe('kind-error')
    expect(html).toMatch(/<input type="radio" id="kind" name="kind" value="a"\/>/)
    expect(html).toMatch(/<input type="radio" id="kind-b" name="kind" checked="" value="b"\/>/)
  })

  it('describes a single box by its error', () => {
    const html = renderToStaticMarkup(
      <Checkbox id="consent" name="consent" label="I agree" error="Needed." isChecked />,
    )
    expect(attribute(html, 'input', 'aria-describedby')).toBe('consent-error')
    expect(html).toContain('checked=""')
  })
})

describe('the error summary', () => {
  it('takes the focus without script and leads to each field', () => {
    const html = renderToStaticMarkup(
      <ErrorSummary
        status={422}
        word="Error:"
        title="Two things"
        errors={[{ fieldId: 'phone', text: 'Complete it.' }]}
        note="Kept."
      />,
    )
    expect(html).toMatch(/<div [^>]*tabindex="-1"[^>]*>/)
    expect(html).toMatch(/<div [^>]*autofocus=""[^>]*>/)
    expect(html).toContain('<a href="#phone">Complete it.</a>')
  })
})
