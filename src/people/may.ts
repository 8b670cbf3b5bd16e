import type { Intent } from '../contract/intent.ts'
import type { Actor, Role } from './actor.ts'

type Allowed = 'everybody' | readonly Role[]

/**
 * Who may do what: the one table. `everybody`: anybody linked to a person, whatever roles they hold today. What
 * depends on the round as well (was I asked, may I read this one's opinion) is decided beside the round, in the use case.
 */
const deeds: Record<Intent['kind'], Allowed> = {
  help: 'everybody',
  home: 'everybody',
  language: 'everybody',
  plan: 'everybody',
  item: 'everybody',
  status: 'everybody',
  board: 'everybody',
  'round.start': ['coordinator'],
  'round.propose': ['coordinator'],
  'round.preview': ['coordinator'],
  'round.open': ['coordinator'],
  'round.discard': ['coordinator'],
  'round.change': ['coordinator'],
  'round.changed': ['coordinator'],
  // Answering takes a seat held today, or a delegation from somebody who holds one: see opinions/acting.ts. What
  // somebody once wrote stays theirs to read.
  'opinion.card': 'everybody',
  'opinion.typed': ['member'],
  'opinion.edit': 'everybody',
  'opinion.save': 'everybody',
  'comment.edit': 'everybody',
  'comment.save': 'everybody',
  'comment.remove': 'everybody',
  'opinion.typing': ['member'],
  'comment.typing': ['member'],
  'opinion.submit': 'everybody',
  'opinion.discard': 'everybody',
  'opinion.mine': 'everybody',
  'opinion.history': 'everybody',
  'opinion.read': 'everybody',
  'record.start': ['coordinator'],
  'record.save': ['coordinator'],
  'nudge.snooze': ['member'],
  'nudge.list': ['coordinator'],
  'ladder.edit': ['coordinator'],
  'ladder.save': ['coordinator'],
  'remind.preview': ['coordinator'],
  'remind.send': ['coordinator'],
  'leave.start': 'everybody',
  'leave.save': 'everybody',
  'leave.list': 'everybody',
  'leave.end': 'everybody',
  'delegation.start': ['member'],
  'delegation.save': ['member'],
  'delegation.list': 'everybody',
  'delegation.end': 'everybody',
  'draft.approve': ['member'],
  explain: 'everybody',
  digest: ['coordinator', 'chair'],
  'rehearse.start': ['coordinator', 'operator'],
  'rehearse.show': ['coordinator', 'operator'],
  // How much of a visit is seen, and who leads its team, is decided beside the visit: see teams/sight.ts.
  schedule: 'everybody',
  'visit.show': 'everybody',
  // A team's leader who types it is led to a request: see teams/move-or-ask.ts.
  'visit.edit': 'everybody',
  'visit.check': ['coordinator'],
  'visit.save': ['coordinator'],
  'visit.cancel': ['coordinator'],
  'visit.cancelled': ['coordinator'],
  'visit.confirm': 'everybody',
  'visit.report': 'everybody',
  'visit.reported': 'everybody',
  'move.ask': 'everybody',
  'move.asked': 'everybody',
  'move.accept': ['coordinator'],
  'move.refuse': ['coordinator'],
  'move.refused': ['coordinator'],
  'move.withdraw': 'everybody',
  'team.show': 'everybody',
  'duty.edit': ['coordinator'],
  'duty.save': ['coordinator'],
  'duty.end': ['coordinator'],
  'duty.ended': ['coordinator'],
  overview: ['coordinator', 'chair'],
  'calendar.file': 'everybody',
  'calendar.links': 'everybody',
  'calendar.make': 'everybody',
  'calendar.revoke': 'everybody',
  'access.start': ['coordinator'],
  'access.make': ['coordinator'],
}

/** Whether the actor may do this today. */
export function may(actor: Pick<Actor, 'roles'>, deed: Intent['kind']): boolean {
  const allowed = deeds[deed]
  return allowed === 'everybody' || allowed.some((role) => actor.roles.has(role))
}

/** What may be answered where a whole channel sees it: nothing that names anybody or belongs to one person. */
const shared: ReadonlySet<Intent['kind']> = new Set(['help', 'plan', 'item', 'status', 'board', 'explain'])

/** Whether the answer may be seen by a whole channel. */
export const mayBeShared = (deed: Intent['kind']): boolean => shared.has(deed)
