import { words } from '../../../src/texts/fold.ts'
import {
  type Mark,
  type Moment,
  type MomentValue,
  momentsIn,
  type Point,
  type Unit,
  type When,
} from '../../../src/understand/moments/moments.ts'

/** A Tuesday. */
const TODAY = '2020-06-16'

/** The moments of a sentence, in the short notation of the tables: `until 2020-06-26 17:00; 3 day`. */
export function printed(sentence: string, when: When = { today: TODAY }): string {
  return momentsIn(sentence, words(sentence), when).map(printedMoment).join('; ')
}

/** The words that each moment takes, as they were typed. */
export function takes(sentence: string, when: When = { today: TODAY }): readonly string[] {
  const text = words(sentence)
  return momentsIn(sentence, text, when).map(({ start, end }) => sentence.slice(text[start]?.start, text[end - 1]?.end))
}

/** `rather`: something behind it was said not to be meant. */
const printedMoment = ({ mark, value, rejectedTo }: Moment): string =>
  printedMark(mark) + printedValue(value) + (rejectedTo === undefined ? '' : ' rather')
const printedMark = (mark: Mark | undefined): string => (mark === undefined ? '' : `${mark} `)
const printedPoint = ({ day, time }: Point): string => `${day}${hours(time)}`
const printedCount = (count: number | undefined, unit: Unit): string => `${count ?? 'some'} ${unit}`

function printedValue(value: MomentValue): string {
  switch (value.kind) {
    case 'day':
      return `${value.day}${hours(value.time, value.endTime)}${value.or === undefined ? '' : ` or ${value.or}`}`
    case 'time':
      return hours(value.time, value.endTime).trim()
    case 'range':
      return `${printedPoint(value.from)} .. ${printedPoint(value.to)}`
    case 'period':
      return `${value.of} ${value.from} .. ${value.to}${value.quarter === undefined ? '' : ` ${value.quarter}`}`
    case 'duration':
      return printedCount(value.count, value.unit)
    case 'wrong':
      return 'wrong'
  }
}

const hours = (time?: string, end?: string): string =>
  time === undefined ? '' : ` ${time}${end === undefined ? '' : `-${end}`}`
