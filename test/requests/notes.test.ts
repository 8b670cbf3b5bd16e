import { expect, it } from 'vitest'
import type { Form } from '../../src/contract/form.ts'
import { notUsed, withNotes } from '../../src/requests/notes.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'

const note = notUsed(vi, ['17h', 'Bộ Y tế'])
const form: Form = {
  title: 'F',
  submit: 'S',
  intent: { kind: 'leave.save' },
  opens: { kind: 'leave.save.form' },
  intro: [{ kind: 'text', text: 'I' }],
  fields: [],
}

it('quotes what was said and is not used, in one line', () => {
  expect(note).toEqual({ kind: 'text', text: 'Chưa dùng: “17h”, “Bộ Y tế”', tone: 'warning' })
  expect(notUsed(en, ['17h'])).toMatchObject({ text: 'Not used: “17h”' })
  const odd = notUsed(vi, ['hai\ndòng', '“trong ngoặc”', '"', 'x'.repeat(300)])
  expect(odd).toMatchObject({ text: `Chưa dùng: “hai dòng”, “trong ngoặc”, “${'x'.repeat(79)}…”` })
})

it('stands above a message, also one without blocks, above what a redelivery gets, and above a form', () => {
  const plainly = withNotes([note], { reply: { kind: 'message', message: { text: 'T' } } })
  expect(plainly.reply).toEqual({
    kind: 'message',
    message: { text: 'T Chưa dùng: “17h”, “Bộ Y tế”', blocks: [note, { kind: 'text', text: 'T' }] },
  })
  const message = { text: 'T', blocks: [{ kind: 'divider' }] } as const
  const twice = withNotes([note], { reply: { kind: 'message', message }, again: { kind: 'message', message } })
  expect(twice.again).toEqual(twice.reply)
  expect(twice.reply).toMatchObject({ message: { blocks: [note, { kind: 'divider' }] } })
  const filled = withNotes([note], { reply: { kind: 'form', form } })
  expect(filled.reply).toEqual({ kind: 'form', form: { ...form, intro: [note, { kind: 'text', text: 'I' }] } })
})

it('leaves everything as it is where nothing is to be told', () => {
  const outcome = { reply: { kind: 'form', form } } as const
  expect(withNotes([], outcome)).toBe(outcome)
  expect(withNotes(undefined, outcome)).toBe(outcome)
})
