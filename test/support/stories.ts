import type { Intent } from '../../src/contract/intent.ts'

/**
 * The file of tests that plays each intent through `receive()`: who may, who may not, twice, too late. A new intent does
 * not compile until it stands here, and the file fails that does not carry it out.
 */
export const STORIES: Readonly<Record<Intent['kind'], `test/${string}.test.ts`>> = {
  'help.show': 'test/journeys/conversation.test.ts',
  'home.show': 'test/journeys/conversation.test.ts',
  'language.set': 'test/journeys/explain.test.ts',
  'plan.show': 'test/journeys/coordinate.test.ts',
  'item.show': 'test/journeys/coordinate.test.ts',
  'status.show': 'test/journeys/coordinate.test.ts',
  'board.show': 'test/journeys/coordinate.test.ts',
  'round.propose.form': 'test/journeys/coordinate.test.ts',
  'round.propose': 'test/journeys/coordinate.test.ts',
  'round.preview': 'test/journeys/coordinate.test.ts',
  'round.open': 'test/journeys/coordinate.test.ts',
  'round.discard': 'test/journeys/coordinate.test.ts',
  'round.change.form': 'test/journeys/coordinate.test.ts',
  'round.change': 'test/journeys/coordinate.test.ts',
  'opinion.show': 'test/journeys/answer.test.ts',
  'opinion.type': 'test/journeys/answer.test.ts',
  'opinion.save.form': 'test/journeys/answer.test.ts',
  'opinion.save': 'test/journeys/answer.test.ts',
  'comment.save.form': 'test/journeys/answer.test.ts',
  'comment.save': 'test/journeys/answer.test.ts',
  'comment.remove': 'test/journeys/answer.test.ts',
  'opinion.keep': 'test/journeys/conversation.test.ts',
  'comment.keep': 'test/journeys/conversation.test.ts',
  'opinion.submit': 'test/journeys/answer.test.ts',
  'opinion.discard': 'test/journeys/answer.test.ts',
  'opinion.list': 'test/journeys/answer.test.ts',
  'version.list': 'test/journeys/answer.test.ts',
  'version.read': 'test/journeys/answer.test.ts',
  'record.save.form': 'test/journeys/coordinate.test.ts',
  'record.save': 'test/journeys/coordinate.test.ts',
  'nudge.snooze': 'test/journeys/nudge.test.ts',
  'nudge.list': 'test/journeys/remind.test.ts',
  'ladder.save.form': 'test/journeys/nudge.test.ts',
  'ladder.save': 'test/journeys/nudge.test.ts',
  'reminder.preview': 'test/journeys/remind.test.ts',
  'reminder.send': 'test/journeys/remind.test.ts',
  'leave.save.form': 'test/journeys/leave.test.ts',
  'leave.save': 'test/journeys/leave.test.ts',
  'leave.list': 'test/journeys/leave.test.ts',
  'leave.end': 'test/journeys/leave.test.ts',
  'delegation.save.form': 'test/journeys/delegate.test.ts',
  'delegation.save': 'test/journeys/delegate.test.ts',
  'delegation.list': 'test/journeys/delegate.test.ts',
  'delegation.end': 'test/journeys/delegate.test.ts',
  'draft.approve': 'test/journeys/delegate.test.ts',
  'date.explain': 'test/journeys/explain.test.ts',
  'digest.show': 'test/nudges/digest.test.ts',
  'rehearsal.show.form': 'test/nudges/rehearsal.test.ts',
  'rehearsal.show': 'test/nudges/rehearsal.test.ts',
  'schedule.show': 'test/journeys/schedule.test.ts',
  'visit.show': 'test/journeys/visits.test.ts',
  'visit.check.form': 'test/journeys/visits.test.ts',
  'visit.check': 'test/journeys/visits.test.ts',
  'visit.save': 'test/journeys/visits.test.ts',
  'visit.cancel.form': 'test/journeys/visits.test.ts',
  'visit.cancel': 'test/journeys/visits.test.ts',
  'visit.confirm': 'test/journeys/reports.test.ts',
  'visit.report.form': 'test/journeys/reports.test.ts',
  'visit.report': 'test/journeys/reports.test.ts',
  'move.ask.form': 'test/journeys/moves.test.ts',
  'move.ask': 'test/journeys/moves.test.ts',
  'move.accept': 'test/journeys/moves.test.ts',
  'move.refuse.form': 'test/journeys/moves.test.ts',
  'move.refuse': 'test/journeys/moves.test.ts',
  'move.withdraw': 'test/journeys/moves.test.ts',
  'team.show': 'test/journeys/duties.test.ts',
  'duty.save.form': 'test/journeys/duties.test.ts',
  'duty.save': 'test/journeys/duties.test.ts',
  'duty.end.form': 'test/journeys/duties.test.ts',
  'duty.end': 'test/journeys/duties.test.ts',
  'overview.show': 'test/journeys/overview.test.ts',
  'calendar.export': 'test/journeys/calendar-links.test.ts',
  'calendar.list': 'test/journeys/calendar-links.test.ts',
  'calendar.make': 'test/journeys/calendar-links.test.ts',
  'calendar.revoke': 'test/journeys/calendar-links.test.ts',
  'access.make.form': 'test/journeys/public-address.test.ts',
  'access.make': 'test/journeys/public-address.test.ts',
}

const told = new Set<Intent['kind']>()

/** An intent was carried out in a committee of the file that runs. */
export const tell = (kind: Intent['kind']): void => void told.add(kind)

/** What was carried out since this was last asked. */
export function takeTold(): ReadonlySet<Intent['kind']> {
  const taken = new Set(told)
  told.clear()
  return taken
}
