import type { EventType } from './timeline'

/** What we write to the person, who is told of it by mail in its own words. */
const told = ['asked', 'informed', 'answered'] as const satisfies readonly EventType[]
export type ToldStep = (typeof told)[number]

export const toldSteps: ReadonlySet<EventType> = new Set(told)

export const isToldStep = (type: EventType): type is ToldStep => toldSteps.has(type)
