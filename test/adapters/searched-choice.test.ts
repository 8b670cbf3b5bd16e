import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { renderForm as renderCard } from '../../adapters/msteams/drawing/render.ts'
import { renderForm as renderView } from '../../adapters/slack/drawing/forms.ts'
import type { Form } from '../../src/contract/form.ts'
import { provisionOptions } from '../../src/documents/cards/provision-options.ts'
import { manyProvisions } from '../support/many-provisions.ts'
import { validateView } from '../support/slack-validate.ts'
import { everyElement } from '../support/teams-connector.ts'
import { cardFaults } from '../support/teams-schema.ts'
import { sly } from './contract/samples.ts'

const round = '7f9c24e8-3b1e-4f0a-9d2a-0c6d3b8f1a11'
const long = 'Đề nghị làm rõ trách nhiệm của cơ quan chủ quản. '.repeat(100)

/** The form of a comment with long words in it, about one of so many provisions. */
function formOver(count: number, value: string): Form {
  return {
    title: 'Góp ý theo điều, khoản',
    submit: 'Lưu góp ý',
    intent: { kind: 'comment.save', round },
    opens: { kind: 'comment.save.form', round },
    intro: [{ kind: 'quote', text: 'Trích. '.repeat(200) }],
    fields: [
      {
        ...{ kind: 'choice', name: 'at', label: 'Điều, khoản', search: true, value },
        ...{ hint: 'Gõ để tìm.', mainOnly: 'Không có khoản.', options: provisionOptions(manyProvisions(count), value) },
      },
      { kind: 'text', name: 'remark', label: 'Nội dung', multiline: true, maxLength: 5000, value: long },
      { kind: 'text', name: 'proposal', label: 'Đề nghị', multiline: true, maxLength: 5000, value: long },
    ],
  }
}

const Choice = z.object({ title: z.string(), value: z.string() })
const ChoiceSet = z.looseObject({
  ...{ type: z.literal('Input.ChoiceSet'), style: z.string(), value: z.string() },
  choices: z.array(Choice),
})
const PlainText = z.object({ type: z.string() })
const Plain = z.looseObject({
  element: z.looseObject({
    option_groups: z.array(z.object({ label: PlainText, options: z.array(z.object({ text: PlainText })) })),
  }),
})
const Option = z.object({ text: z.object({ text: z.string() }), value: z.string() })
const Menu = z.looseObject({
  element: z.looseObject({
    ...{ type: z.literal('static_select'), initial_option: Option },
    option_groups: z.array(z.object({ label: z.object({ text: z.string() }), options: z.array(Option) })),
  }),
})

describe('the provisions of a draft', () => {
  test.each([
    ['Slack', 500, 500],
    ['Slack', 2000, 450],
    ['Slack', 8000, 500],
    ['Teams', 120, 120],
    ['Teams', 500, 123],
    ['Teams', 2000, 1],
  ] as const)('are searched in %s, of %i at least %i, and the chosen clause is one of them', (where, count, least) => {
    const value = `d${Math.floor(count / 5)}.k2`
    const form = formOver(count, value)
    if (where === 'Slack') {
      const view = renderView(form, 'n1')
      expect(validateView(view)).toEqual([])
      expect(Buffer.byteLength(JSON.stringify(view))).toBeLessThan(250_000)
      const { element } = Menu.parse(view.blocks.find((block) => Menu.safeParse(block).success))
      const values = element.option_groups.flatMap(({ options }) => options).map((option) => option.value)
      expect([...new Set(values)]).toHaveLength(values.length)
      expect(values.length).toBeGreaterThanOrEqual(least)
      expect(element.initial_option.value).toBe(value)
      expect(JSON.stringify(view).includes('Không có khoản.')).toBe(values.length < count)
    } else {
      const card = renderCard(form)
      expect(cardFaults(card)).toEqual([])
      expect(JSON.stringify(card).length * 2).toBeLessThanOrEqual(80 * 1024)
      const set = ChoiceSet.parse(everyElement(card).find((each) => each.type === 'Input.ChoiceSet'))
      expect(set.style).toBe('filtered')
      expect(set.choices.length).toBeGreaterThanOrEqual(least)
      expect(set.choices.some((choice) => choice.value === set.value)).toBe(true)
      expect(set.value).toBe(value)
      expect(JSON.stringify(card)).toContain('làm rõ trách nhiệm')
      expect(everyElement(card).filter((each) => each.type === 'Input.Text')).toHaveLength(2)
    }
  })

  test('stand in Slack under their chapters, a hundred at most under each', () => {
    const view = renderView(formOver(500, 'd3.k1'), 'n1')
    const { element } = Menu.parse(view.blocks.find((block) => Menu.safeParse(block).success))
    expect(element.option_groups[0]?.label.text).toBe('Chương 1. QUY ĐỊNH VỀ KẾT NỐI, CHIA SẺ DỮ LIỆU')
    const options = Array.from({ length: 250 }, (_, at) => ({
      value: `d${at}`,
      label: `Điều ${at}`,
      group: 'Chương I',
    }))
    const { fields, ...rest } = formOver(10, 'd1')
    const field = { kind: 'choice', name: 'at', label: 'x', search: true, options, value: 'd1' } as const
    const split = renderView({ ...rest, fields: [field, ...fields.slice(1)] }, 'n1')
    const groups = Menu.parse(split.blocks.find((block) => Menu.safeParse(block).success)).element.option_groups
    expect(groups.map(({ label }) => label.text)).toEqual([
      'Chương I (1–100)',
      'Chương I (101–200)',
      'Chương I (201–250)',
    ])
  })

  test('whose titles would like to be more than words are words alone, in the choice and above it', () => {
    const title = sly.slice(0, 70)
    const provisions = manyProvisions(20).map((one) => ({ ...one, title: one.title === null ? null : title }))
    const options = provisionOptions(provisions, 'd1')
    expect(options.some(({ label }) => label.includes('<!channel>'))).toBe(true)
    const { fields, ...rest } = formOver(20, 'd1')
    const field = { kind: 'choice', name: 'at', label: 'Điều, khoản', search: true, options, value: 'd1' } as const
    const form = { ...rest, fields: [field, ...fields.slice(1)] }
    const { element } = Plain.parse(renderView(form, 'n1').blocks.find((block) => Menu.safeParse(block).success))
    for (const group of element.option_groups)
      for (const { type } of [group.label, ...group.options.map(({ text }) => text)]) expect(type).toBe('plain_text')
    const set = ChoiceSet.parse(everyElement(renderCard(form)).find((each) => each.type === 'Input.ChoiceSet'))
    expect(set.choices.some(({ title: shown }) => shown.includes('<!channel>'))).toBe(true)
    for (const { title: shown } of set.choices) expect(shown).not.toMatch(/<\/?at\b|\{\{/u)
  })
})
