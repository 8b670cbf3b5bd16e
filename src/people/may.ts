import type { Intent } from '../contract/intent.ts'
import type { Actor, Role } from './actor.ts'

type Allowed = 'everybody' | readonly Role[]

/**
 * Who may do what: the one table. `everybody`: anybody linked to a person, whatever roles they hold today. What
 * depends on the round as well (was I asked, may I read this one's opinion) is decided beside the round, in the use case.
 */
const deeds: Record<Intent['kind'], Allowed> = {
  'help.show': 'everybody',
  'home.show': 'everybody',
  'language.set': 'everybody',
  'plan.show': 'everybody',
  'item.show': 'everybody',
  'status.show': 'everybody',
  'board.show': 'everybody',
  'round.propose.form': ['coordinator'],
  'round.propose': ['coordinator'],
  'round.preview': ['coordinator'],
  'round.open': ['coordinator'],
  'round.discard': ['coordinator'],
  'round.change.form': ['coordinator'],
  'round.change': ['coordinator'],
  // Answering takes a seat held today, or a delegation from somebody who holds one: see opinions/acting.ts. What
  // somebody once wrote stays theirs to read.
  'opinion.show': 'everybody',
  'opinion.type': ['member'],
  'opinion.save.form': 'everybody',
  'opinion.save': 'everybody',
  'comment.save.form': 'everybody',
  'comment.save': 'everybody',
  'comment.remove': 'everybody',
  'opinion.keep': ['member'],
  'comment.keep': ['member'],
  'opinion.submit': 'everybody',
  'opinion.discard': 'everybody',
  'opinion.list': 'everybody',
  'version.list': 'everybody',
  'version.read': 'everybody',
  'record.save.form': ['coordinator'],
  'record.save': ['coordinator'],
  'nudge.snooze': ['member'],
  'nudge.list': ['coordinator'],
  'ladder.save.form': ['coordinator'],
  'ladder.save': ['coordinator'],
  'reminder.preview': ['coordinator'],
  'reminder.send': ['coordinator'],
  'leave.save.form': 'everybody',
  'leave.save': 'everybody',
  'leave.list': 'everybody',
  'leave.end': 'everybody',
  'delegation.save.form': ['member'],
  'delegation.save': ['member'],
  'delegation.list': 'everybody',
  'delegation.end': 'everybody',
  'draft.approve': ['member'],
  'date.explain': 'everybody',
  'digest.show': ['coordinator', 'chair'],
  'rehearsal.show.form': ['coordinator', 'operator'],
  'rehearsal.show': ['coordinator', 'operator'],
  // How much of a visit is seen, and who leads its team, is decided beside the visit: see teams/sight.ts.
  'schedule.show': 'everybody',
  'visit.show': 'everybody',
  // A team's leader who types it is led to a request: see teams/move-or-ask.ts.
  'visit.check.form': 'everybody',
  'visit.check': ['coordinator'],
  'visit.save': ['coordinator'],
  'visit.cancel.form': ['coordinator'],
  'visit.cancel': ['coordinator'],
  'visit.confirm': 'everybody',
  'visit.report.form': 'everybody',
  'visit.report': 'everybody',
  'move.ask.form': 'everybody',
  'move.ask': 'everybody',
  'move.accept': ['coordinator'],
  'move.refuse.form': ['coordinator'],
  'move.refuse': ['coordinator'],
  'move.withdraw': 'everybody',
  'team.show': 'everybody',
  'duty.save.form': ['coordinator'],
  'duty.save': ['coordinator'],
  'duty.end.form': ['coordinator'],
  'duty.end': ['coordinator'],
  'overview.show': ['coordinator', 'chair'],
  'calendar.export': 'everybody',
  'calendar.list': 'everybody',
  'calendar.make': 'everybody',
  'calendar.revoke': 'everybody',
  'access.make.form': ['coordinator'],
  'access.make': ['coordinator'],
}

/** Whether the actor may do this today. */
export function may(actor: Pick<Actor, 'roles'>, deed: Intent['kind']): boolean {
  const allowed = deeds[deed]
  return allowed === 'everybody' || allowed.some((role) => actor.roles.has(role))
}

/** What may be answered where a whole channel sees it: nothing that names anybody or belongs to one person. */
const shared: ReadonlySet<Intent['kind']> = new Set([
  'help.show',
  'plan.show',
  'item.show',
  'status.show',
  'board.show',
  'date.explain',
])

/** Whether the answer may be seen by a whole channel. */
export const mayBeShared = (deed: Intent['kind']): boolean => shared.has(deed)
