import type { ReactNode } from 'react'
import type { Slip } from '@/shared/casework/server/slip'

/** The numbers to keep, with a QR code that opens the case. On paper it is a sheet of A5 (slip.css of ui/styles and of panel). */
export function SlipSheet({ slip, ornament }: { slip: Slip; ornament?: ReactNode }) {
  const { locale, association, title, numbers, qr, lines } = slip
  return (
    <section className="slip" aria-labelledby="slip-title" lang={locale} dir={locale === 'ar' ? 'rtl' : 'ltr'}>
      {ornament}
      <p className="slip-association">{association}</p>
      <h2 className="slip-title vh" id="slip-title">
        {title}
      </h2>
      <div className="slip-body">
        <dl>
          {numbers.map(({ term, value }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                <Groups text={value} />
              </dd>
            </div>
          ))}
        </dl>
        <figure className="slip-qr">
          {/* Black on white in any scheme: scanners don't read it the other way round. */}
          <svg role="img" aria-label={qr.label} viewBox={`0 0 ${qr.size} ${qr.size}`} shapeRendering="crispEdges">
            <rect width={qr.size} height={qr.size} fill="#fff" />
            <path d={qr.path} fill="#000" />
          </svg>
          <figcaption>{qr.help}</figcaption>
        </figure>
      </div>
      <ul className="slip-lines">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  )
}

/** Breaks between groups and nowhere else, and reads left to right. */
function Groups({ text }: { text: string }) {
  return (
    <bdi dir="ltr">
      {text.split(' ').map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: groups may be alike, and their places are what they are
        <span key={index}>
          <span className="num">{group}</span>{' '}
        </span>
      ))}
    </bdi>
  )
}
