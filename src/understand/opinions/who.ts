import { type Reading, valuesOf } from '../engine/reading.ts'
import { phraseAt, plainBook } from '../phrases.ts'
import { OWN_BODY } from '../words/opinions/own-body.ts'
import { pastIdle } from './stance.ts'

const OURS = plainBook(OWN_BODY)
const INSTEAD = plainBook(['thay', 'thay cho', 'thay mặt', 'hộ', 'on behalf of', 'for'])

/** Who speaks for a body of their own. */
export const oursAt = ({ text }: Reading, at: number) => phraseAt(OURS, text, at)

/** Who speaks, before a position: "bên em", "Bộ Y tế". */
export function speakerAt(reading: Reading, at: number): { readonly end: number; readonly body?: string } | undefined {
  const ours = oursAt(reading, at)
  const from = reading.text[at]?.folded === 'the' ? at + 1 : at
  const body = valuesOf(reading, 'body').find(({ start }) => start === from)
  if (body !== undefined && body.end >= (ours?.end ?? 0)) return { end: body.end, body: body.value.name }
  return ours === undefined ? undefined : { end: ours.end }
}

/** "thay cho Bộ Tài chính", "on behalf of the Ministry of Health". */
export function insteadAt(reading: Reading, at: number): { readonly end: number; readonly body: string } | undefined {
  const instead = phraseAt(INSTEAD, reading.text, at) ?? phraseAt(INSTEAD, reading.text, pastIdle(reading, at))
  if (instead === undefined) return undefined
  const place = pastIdle(reading, instead.end)
  const found = [...valuesOf(reading, 'body'), ...valuesOf(reading, 'person')].find(
    ({ start }) => start === place || start === instead.end,
  )
  return found === undefined ? undefined : { end: found.end, body: found.value.name }
}
