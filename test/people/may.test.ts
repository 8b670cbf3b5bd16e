import { describe, expect, it } from 'vitest'
import { Intent } from '../../src/contract/intent.ts'
import { may, mayBeShared } from '../../src/people/may.ts'
import { everybody, mayAsk, roles } from '../support/permissions.ts'

type Kind = Intent['kind']
const kinds = Intent.options.map((option) => option.shape.kind.value)

/** What everybody may ask, since who may have it depends on the seat, the round or the visit, and not on a role alone. */
const decidedBeside: readonly Kind[] = [
  'opinion.save.form',
  'opinion.save',
  'opinion.submit',
  'opinion.discard',
  'comment.save.form',
  'comment.save',
  'comment.remove',
  'draft.find',
  'draft.show',
  'draft.get',
  'provision.show',
  'attachment.save.form',
  'attachment.save',
  'attachment.get',
  'attachment.remove',
  'visit.confirm',
  'visit.report.form',
  'visit.report',
  'visit.check.form',
  'move.ask.form',
  'move.ask',
  'move.withdraw',
]

describe.each(kinds)('%s', (kind) => {
  const wanted = decidedBeside.includes(kind) ? everybody : mayAsk[kind]

  it('may be asked by who holds a role for it, whatever else they hold', () => {
    for (const role of roles) {
      const holds = wanted === everybody || wanted.includes(role)
      expect(may({ roles: new Set([role]) }, kind), role).toBe(holds)
    }
    expect(may({ roles: new Set(roles) }, kind)).toBe(true)
  })

  it('may be asked without any role only where it is everybody’s', () => {
    expect(may({ roles: new Set() }, kind)).toBe(wanted === everybody)
  })
})

it('a whole channel sees the plan, counts and the calendar, and nothing that names anybody or is one person’s', () => {
  expect(kinds.filter(mayBeShared).sort()).toEqual([
    'board.show',
    'date.explain',
    'help.show',
    'item.show',
    'plan.show',
    'status.show',
  ])
})
