import { expect, test } from 'vitest'
import { en } from '../../src/texts/en.ts'
import { localeFor, type Texts, textsFor } from '../../src/texts/texts.ts'
import { vi } from '../../src/texts/vi.ts'
import { entriesOf } from '../../src/understand/phrases.ts'
import { understand } from '../../src/understand/understand.ts'
import { everybody, mayAsk, type Role } from '../support/permissions.ts'
import { VOCABULARY } from '../understand/plan-vocabulary.ts'
import { TYPED_AS } from '../understand/typed-as.ts'

type Leaf = { readonly path: string; readonly value: unknown }

/** Every text of one language by its path: `errors.tooLong`, `help.member`. Arrays are one leaf. */
function leaves(value: unknown, path = ''): readonly Leaf[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [{ path, value }]
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, path === '' ? key : `${path}.${key}`))
}

const kindOf = (value: unknown) => (Array.isArray(value) ? 'array' : typeof value)
const person = { name: 'Thành viên 03', honorific: 'Đồng chí' }
const facts = {
  account: 'slack/T1/U1',
  item: 'XX',
  title: 'ND-DLCN',
  person: 'M-03',
  at: '17:00',
  reason: 'R',
  day: '2020-06-31',
  year: '2020',
  team: '3',
}

/** Arguments for the functions that take more than words and numbers, by path. */
const samples: Readonly<Record<string, readonly unknown[]>> = {
  day: ['2020-06-30'],
  stretch: ['2020-06-22', '2020-06-28'],
  month: ['2020-06'],
  dayWithWeekday: ['2020-06-30'],
  deadline: [new Date('2020-06-30T10:00:00Z'), 'Asia/Ho_Chi_Minh'],
  moment: [new Date('2020-06-30T10:00:00Z'), 'Asia/Ho_Chi_Minh'],
  list: [['a', 'b']],
  called: ['Bộ Y tế'],
  page: [1, 2],
  'errors.unknownPeople': [['M-99']],
  'errors.ambiguousPeople': [['M-99']],
  'errors.bug': ['e-1'],
  'files.notKept': [['a.pdf', 'b.pdf'], 3],
  'errors.secret': ['Mật'],
  'buttons.show': ['missing', 3],
  'help.notUnderstoodWords': [['W']],
  'help.notUsed': [['W']],
  'home.title': [person],
  'home.roles': [['member', 'chair']],
  'plan.title': ['T', 2020],
  'round.title': ['nghị định', 'T'],
  'round.changeForm': ['extend', 'T'],
  'notifications.request': [person, null, 'T', 'ND', 2],
  'notifications.passed': ['T', 'H', { answered: 1, total: 19, missing: 18, deemed: 3 }, true],
  'notifications.recorded': [person, 'T', 'P', 'S'],
  'board.people': ['deemed', 2],
  'digest.round': ['T', { answered: 1, total: 19, missing: 18, overdue: 2, deemed: 3 }, 'H'],
  'digest.upcoming.item': ['K', 'nghị định', 'T', 'A'],
  'digest.upcoming.why': ['T-30'],
  'answers.nudge.one': [person, 'T'],
  'answers.nudge.many': [person, 2],
  'nudge.missing': [person, 'T'],
  'nudge.missingFor': [person, 'T'],
  'nudge.many': [person, 2],
  'nudge.later.none': [person],
  'nudge.later.noneOn': ['K', person],
  'overview.month.name': ['2020-06'],
  'overview.month.title': ['2020-06'],
  'overview.month.summary': ['2020-06', 3],
  'overview.picture.altRow': ['T', 1, 2, 3, 4, 5],
  'plan.heldBy': ['2020-Q2', 3],
  'recordTable.export.download': ['Phiếu', 'W'],
  'remind.notification': [person, 'T'],
  'remind.rules.step': ['T-7'],
  'remind.notificationMany': [person, 2],
  'schedule.about': [['A', 'B']],
  'schedule.period': ['2020-06-22', '2020-06-23'],
  'schedule.noneIn': ['W'],
  'schedule.line': [{ team: 'T', unit: 'U', when: 'W', state: 'S' }],
  'schedule.when': [null, null],
  'schedule.several': ['N', ['M-03']],
  'importedVisits.was': ['Đoàn', 'W'],
  'schedule.noneForTeam': ['Đoàn công tác số 3'],
  'schedule.notInspected': ['U'],
  'visits.which': ['U'],
  'visits.notifications.planned': ['T', 'U', 'W'],
  'schedule.merged': ['A', 'B', '2025-07-01', 'S'],
  'moves.notification': ['P', 'V', 'T', 'A', 'B'],
  'digest.visits.line': ['KT-1', 'T', 'U', 'W', 'S'],
  'visits.shifted': [2, '2020-06-22', '2020-06-24'],
  'visits.conflict.past': ['2020-06-22'],
  'visits.conflict.weekend': ['2020-06-21'],
  'visits.conflict.holiday': ['2020-09-02', 'N'],
  'visits.conflict.onLeave': ['P', '2020-06-22', '2020-06-23'],
  'visits.conflict.outsideYear': ['2021-06-22', [2020]],
  'visits.conflict.unitGone': ['2020-01-01', '2020-06-30'],
  'visitReminders.many': [person, 2, 1],
  'visitReminders.waiting': [['KT-1', 'KT-2']],
  'conversation.filesGone': [['lich.ics', 'ban-do.png']],
  'recordTable.about': ['nghị định', 'Quy định T'],
  'recordTable.draftAsked': [2, 'Đợt 1'],
  'recordTable.counts.halfOf': [5, 3, 8, 14, true],
  'documents.noUse': [['a.pdf']],
  'documents.notInDraft': [['“Điều 99”']],
  'documents.received': ['a.pdf', 'PDF', '1 KB'],
  'documents.size': [2_097_152],
  'documents.attachedLine': ['a.pdf', '12/BYT', '15/06/2020'],
  'documents.counts': [{ part: 1, chapter: 2, section: 3, article: 4, clause: 5, point: 6, heading: 7, appendix: 8 }],
}

/** What reads alike in both languages, and why. */
const alike = new Set([
  'list',
  'plan.title', // the plan's own title, in the language asked for
  'round.title', // likewise
  'answers.by',
  'answers.homeLine',
  'answers.state', // the outcome as it is, where it is settled
  'desk.counted',
  'desk.round.events.answered',
  'desk.today.unreported',
  'desk.today.visit',
  'desk.visits.ofTeam',
  'digest.closes', // names and values, with signs between them
  'digest.item',
  'digest.who',
  'digest.unreachablePerson',
  'digest.visits.line',
  'named.one', // a word and a name
  'overview.month.marks',
  'overview.month.more',
  'overview.month.visit',
  'overview.undatedUnit',
  'schedule.about',
  'schedule.line',
  'schedule.with',
  'teams.visit',
  'visits.fromTo',
  'visits.title',
  'workingDays.named',
  'recordTable.creator', // a name
  'documents.kinds.docx',
  'documents.kinds.pdf',
  'documents.kinds.markdown',
])

function said({ path, value }: Leaf): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value !== 'function') return [String(value)]
  const args = path.startsWith('refusals.')
    ? [facts]
    : path.startsWith('documents.doubts.')
      ? [doubt]
      : (samples[path] ?? (/[qQ]uarter/.test(path) ? ['2020-Q2'] : [7, 9, 11, 13]))
  return [String(value(...args))]
}

const doubt = { provision: 'P', line: 3, insertions: 1, deletions: 2, count: 2, font: '.VnTime', text: 'T', page: 4 }

const source = leaves(vi)
const english = new Map(leaves(en).map((leaf) => [leaf.path, leaf]))

test('every Vietnamese text has an English one of the same kind, and the other way round', () => {
  const shape = (all: readonly Leaf[]) => all.map(({ path, value }) => `${path}: ${kindOf(value)}`).sort()
  expect(shape([...english.values()])).toEqual(shape(source))
})

test('every text says something in both languages, with every fact in its place', () => {
  for (const leaf of [...source, ...english.values()]) {
    const lines = said(leaf)
    expect(lines.length, leaf.path).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line.trim(), leaf.path).not.toBe('')
      expect(line, leaf.path).not.toMatch(/undefined|null|NaN|\[object/)
    }
  }
})

test('no text reads alike in both languages but the listed few', () => {
  const same = source.filter((leaf) => {
    const other = english.get(leaf.path)
    return other !== undefined && said(leaf).join('\n') === said(other).join('\n')
  })
  expect(same.map(({ path }) => path).sort()).toEqual([...alike].sort())
})

test('lists of commands are equally long in both languages', () => {
  for (const { path, value } of source) {
    if (Array.isArray(value)) expect(english.get(path)?.value, path).toHaveLength(value.length)
  }
})

test('Vietnamese is written composed, so that it is shown and searched alike everywhere', () => {
  for (const leaf of source) for (const line of said(leaf)) expect(line, leaf.path).toBe(line.normalize('NFC'))
})

const names: Readonly<Record<'vi' | 'en', Record<string, string>>> = {
  vi: { item: 'ND-DLCN', free: 'CL-CPDT', team: '3', unit: 'Bộ Y tế', body: 'Bộ Y tế', quarter: 'quý II/2020' },
  en: {
    item: 'ND-DLCN',
    free: 'CL-CPDT',
    team: '3',
    unit: 'Ministry of Health',
    body: 'Ministry of Health',
    quarter: 'Q2 2020',
  },
}

/** What sentences of the help ask for. */
const meant = (locale: 'vi' | 'en', sentences: readonly string[]) =>
  sentences.map((say) => {
    const said = say.replace(/\{(\w+)\}/g, (_, name: string) => names[locale][name] ?? `{${name}}`)
    const found = understand(said, VOCABULARY)
    return found.kind === 'intent' && (found.unused ?? []).length === 0 ? found.intent.kind : `${found.kind}: ${said}`
  })
const pressed = (help: Texts['help']) =>
  (['everyone', 'member', 'coordinator', 'team'] as const).map((role) => help[role].map(([say]) => say))

const inFull = (examples: Texts['help']['inFull']['member']) => examples.map(([say]) => say)

test('the help names, in both languages, just what test/understand/typed-as.ts says it does', () => {
  const named = entriesOf(TYPED_AS).flatMap(([kind, typed]) => (typed !== 'pressed' && typed.help ? [kind] : []))
  for (const { locale, help } of [vi, en]) {
    const said = [...pressed(help).flat(), ...Object.values(help.inFull).flatMap(inFull)]
    expect([...new Set(meant(locale, said))].sort()).toEqual(named.sort())
  }
})

test('the help names to each role what that role may do', () => {
  const holds = (role: Role, kind: string) =>
    entriesOf(mayAsk).some(([one, by]) => one === kind && (by === everybody || by.includes(role)))
  for (const { locale, help } of [vi, en]) {
    for (const role of ['member', 'coordinator', 'team'] as const) {
      const said = [...help.everyone, ...help[role]].map(([say]) => say)
      for (const kind of meant(locale, [...said, ...inFull(help.inFull[role])]))
        expect(holds(role, kind), `${role}: ${kind}`).toBe(true)
    }
  }
})

test('each example of the help is understood whole, in both languages, as what it promises', () => {
  for (const { locale, help } of [vi, en]) {
    expect(pressed(help).map((said) => meant(locale, said))).toEqual([
      ['plan.show', 'status.show', 'date.explain', 'schedule.show', 'team.show', 'leave.list'],
      ['opinion.type', 'draft.find', 'opinion.list', 'nudge.snooze.form', 'delegation.save.form'],
      [
        'round.propose.form',
        'round.change.form',
        'reminder.preview',
        'record.save.form',
        'remark.list',
        'answer.list',
        'record.export',
        'visit.check.form',
        'overview.show',
        'digest.show',
        'rehearsal.show.form',
      ],
      ['schedule.show', 'schedule.show', 'calendar.export', 'calendar.list'],
    ])
    expect(meant(locale, inFull(help.inFull.member))).toEqual(['opinion.type', 'opinion.type', 'draft.find'])
    expect(meant(locale, inFull(help.inFull.coordinator))).toEqual([
      'round.change.form',
      'reminder.preview',
      'duty.save.form',
    ])
    expect(meant(locale, inFull(help.inFull.team))).toEqual(['visit.show', 'move.ask.form', 'visit.report.form'])
  }
})

test("a person's own language comes before the platform's, and the platform's before the committee's", () => {
  expect(localeFor('en', 'vi-VN', 'vi')).toBe('en')
  expect(localeFor(null, 'en-GB', 'vi')).toBe('en')
  expect(localeFor(undefined, 'fr-FR', 'vi')).toBe('vi')
  expect(textsFor('en').locale).toBe('en')
  expect(textsFor('vi').locale).toBe('vi')
})
