import type { ReactNode } from 'react'
import { describedBy, type FieldFrame, FieldNotes, fieldClass, LabelText } from '@/ui/field'

/**
 * Points from the reading edge, both ends labelled in sight and in the radios' names; what lies
 * outside the scale ("does not apply") stands apart. Radios: arrows move, one choice.
 * The first point has the id `id`, so that the error summary leads to it.
 */
export function Scale({
  name,
  points,
  lowLabel,
  highLabel,
  apart,
  defaultValue,
  ...frame
}: FieldFrame & {
  name: string
  points: readonly number[]
  lowLabel: string
  highLabel: string
  /** The choice outside the scale. */
  apart?: { value: string; label: ReactNode }
  defaultValue?: string
}) {
  const { 'aria-describedby': described } = describedBy(frame)
  const last = points.length - 1
  const endOf = (index: number) => (index === 0 ? lowLabel : index === last ? highLabel : null)
  return (
    <div className={fieldClass(frame.error)}>
      <fieldset aria-describedby={described}>
        <legend>
          <LabelText {...frame} />
        </legend>
        <FieldNotes {...frame} />
        <div className="scale-row">
          {points.map((point, index) => (
            <label className="scale-opt" key={point}>
              <input
                type="radio"
                name={name}
                value={point}
                id={index === 0 ? frame.id : `${frame.id}-${point}`}
                defaultChecked={defaultValue === String(point)}
              />
              <span className="face">
                <span>
                  {point}
                  {endOf(index) ? <span className="vh"> {endOf(index)}</span> : null}
                </span>
              </span>
            </label>
          ))}
        </div>
        <div className="scale-ends" aria-hidden="true">
          <span>
            <bdi className="num" dir="ltr">
              {points[0]}
            </bdi>{' '}
            {lowLabel}
          </span>{' '}
          <span>
            {highLabel}{' '}
            <bdi className="num" dir="ltr">
              {points[last]}
            </bdi>
          </span>
        </div>
        {apart ? (
          <label className="choice" htmlFor={`${frame.id}-${apart.value}`}>
            <input
              type="radio"
              name={name}
              value={apart.value}
              id={`${frame.id}-${apart.value}`}
              defaultChecked={defaultValue === apart.value}
            />{' '}
            <span>{apart.label}</span>
          </label>
        ) : null}
      </fieldset>
    </div>
  )
}
