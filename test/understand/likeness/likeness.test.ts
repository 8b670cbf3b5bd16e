import { describe, expect, test } from 'vitest'
import { Intent } from '../../../src/contract/intent.ts'
import { words } from '../../../src/texts/fold.ts'
import { readingOf } from '../../../src/understand/engine/reading.ts'
import { sentenceOf } from '../../../src/understand/engine/sentence.ts'
import { likelihoodsOf } from '../../../src/understand/likeness/likeness.ts'
import { rank } from '../../../src/understand/likeness/rank.ts'
import weights from '../../../src/understand/likeness/weights.json' with { type: 'json' }
import { understand } from '../../../src/understand/understand.ts'
import { speaker } from '../blind/judge.ts'
import { type Lesson, learn } from './learn.ts'
import { digestOfExamples, examplesOf, setsOfExamples } from './lessons.ts'

const likely = (who: string, raw: string) => likelihoodsOf(readingOf(sentenceOf(raw, words(raw), speaker(who))))
const meant = (who: string, raw: string) => {
  const understanding = understand(raw, speaker(who))
  return understanding.kind === 'intent' ? understanding.intent : understanding.kind
}

describe('what is learnt', () => {
  test('is learnt from the very sentences that stand here; after a change of them: npm run learn', () => {
    expect(weights.learntFrom).toBe(digestOfExamples())
  })

  test('is about kinds that there are, and every example names one', () => {
    const kinds: readonly string[] = [...Intent.options.map(({ shape }) => shape.kind.value), 'nothing']
    expect(weights.kinds.filter((kind) => !kinds.includes(kind))).toEqual([])
    const examples = setsOfExamples().flatMap(examplesOf)
    expect(examples.length).toBeGreaterThan(3000)
    expect(examples.filter((one) => [...one.kinds].some((kind) => !kinds.includes(kind)))).toEqual([])
  })

  const lessons: readonly Lesson[] = [
    ...['a', 'b', 'c'].map((one) => ({ features: ['w:who', 'w:missing', `w:${one}`], kind: 'status.show' })),
    ...['a', 'b', 'c'].map((one) => ({ features: ['w:send', 'w:table', `w:${one}`], kind: 'record.export' })),
  ]

  test('is the same whenever it is learnt', () => {
    expect(learn(lessons)).toEqual(learn(lessons))
  })

  test('ranks what is like an example first, and the chances sum to 1', () => {
    const ranked = rank(learn(lessons), ['w:missing', 'w:x'])
    expect(ranked[0]?.kind).toBe('status.show')
    expect(ranked.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1)
  })

  test('leaves out what was seen too seldom to tell anything', () => {
    const { weights: learnt } = learn([...lessons, { features: ['w:once'], kind: 'status.show' }])
    expect(Object.keys(learnt)).not.toContain('w:once')
  })
})

describe('what a sentence is like', () => {
  test('depends on who types it: who leads a team asks to move a visit, who plans moves it', () => {
    const raw = 'KT-3 has to be a day later'
    const of = (who: string, kind: string) => likely(who, raw).find((one) => one.kind === kind)?.chance ?? 0
    expect(of('leader', 'move.ask.form')).toBeGreaterThan(of('coordinator', 'move.ask.form'))
    expect(of('coordinator', 'visit.check.form')).toBeGreaterThan(of('leader', 'visit.check.form'))
  })

  test('does not depend on which day, item, place or team is named', () => {
    const [one] = likely('coordinator', 'who on earth is still missing on ND-DLCN before 30 June')
    const [other] = likely('coordinator', 'who on earth is still missing on CL-CPDT before 2 July')
    expect(other).toEqual(one)
  })
})

describe('a change by likeness alone', () => {
  // Words that no sense knows, so that only likeness can tell what is meant.
  test('is filled in with everything that was said', () => {
    expect(meant('leader', 'Sơn La would suit us better on 26 June')).toEqual(
      expect.objectContaining({ kind: 'move.ask.form', day: '2020-06-26' }),
    )
  })

  test.each([
    ['leader', 'has Sơn La would suit us better on 26 June?'],
    ['leader', 'Sơn La would not suit us better on 26 June'],
    ['leader', 'if Sơn La would suit us better on 26 June'],
    ['leader', 'they said Sơn La would suit us better on 26 June'],
    ['leader', 'Sơn La would suit us better on 26 June or 27 or later'],
  ])('is none where it is asked, denied, a condition, told or not wholly read: %s %s', (who, raw) => {
    const found = meant(who, raw)
    expect(
      typeof found === 'string' || /\.(?:show|list|find|explain|export)$/.test(found.kind),
      JSON.stringify(found),
    ).toBe(true)
  })

  test.each([
    ['coordinator', "KT-12's off, the typhoon saw to that"],
    ['coordinator', "There's nothing left to inspect at Bắc Ninh, so we can save ourselves the trip"],
    ['coordinator', 'đợt dlcn đóng r giờ cho nhận tiếp nghen'],
  ])('never ends anything for others: %s %s', (who, raw) => {
    const found = understand(raw, speaker(who))
    const ends =
      found.kind === 'intent' &&
      (found.intent.kind === 'visit.cancel.form' ||
        (found.intent.kind === 'round.change.form' && /close|withdraw/.test(found.intent.change)))
    expect(ends, JSON.stringify(found)).toBe(false)
  })
})
