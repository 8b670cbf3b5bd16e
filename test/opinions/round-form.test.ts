import { describe, expect, it } from 'vitest'
import { renderForm as teamsForm } from '../../adapters/msteams/drawing/render.ts'
import { renderForm as slackForm } from '../../adapters/slack/drawing/forms.ts'
import { Position } from '../../src/contract/intent.ts'
import { roundForm } from '../../src/opinions/cards/round-form.ts'
import { limits } from '../../src/opinions/words.ts'
import { en } from '../../src/texts/en.ts'
import { vi } from '../../src/texts/vi.ts'
import { validateView } from '../support/slack-validate.ts'
import { cardFaults } from '../support/teams-schema.ts'

const item = { key: 'K'.repeat(40), title: 'Dự thảo Nghị định', titleEn: null }
const proposal = '3f1c2f6e-8d0b-4c1e-9b5a-0d6a1f2e3c4b'
const bases = 'ộ'.repeat(limits.bases)
const form = (texts: typeof vi) =>
  roundForm(
    { texts },
    item,
    {
      draftVersion: 999,
      draftUrl: `https://example.vn/${'a'.repeat(981)}`,
      day: '2020-07-14',
      time: '17:00',
      workingDays: 9999,
      asked: 'all',
      late: 'accept',
      answersFrom: 'closing',
      silence: 'deemed',
      silenceBasis: 'x'.repeat(500),
      legalBases: bases,
      positions: [...Position.options],
    },
    [],
    19,
    proposal,
  )

describe.each([
  ['Vietnamese', vi],
  ['English', en],
])('the form of a round, as full as it can be, in %s', (_, texts) => {
  it('is what Slack takes, and asks for all of the legal bases', () => {
    const view = slackForm(form(texts), 'n')
    expect(validateView(view)).toEqual([])
    expect(JSON.stringify(view)).toContain(`"initial_value":"${bases}"`)
  })

  it('is what Teams takes, and asks for all of the legal bases', () => {
    const card = teamsForm(form(texts))
    expect(cardFaults(card)).toEqual([])
    expect(JSON.stringify(card).length).toBeLessThan(80 * 1024)
    expect(JSON.stringify(card)).toContain(`"value":"${bases}"`)
  })
})
