import type { Directory } from '../contract/directory.ts'
import type { Intent } from '../contract/intent.ts'
import type { Actor, Role } from './actor.ts'

type Who = readonly ['everybody'] | readonly [Role, ...Role[]]
/** Who may, and whether a whole channel may see the answer. */
type Rule = { readonly who: Who; readonly shared: boolean }

/** Answered to the one who asks alone; asked in a channel, it goes on in private. */
const privately = (...who: Who): Rule => ({ who, shared: false })
/** Answered in a channel as well: it names nobody, and belongs to no one person. */
const anywhere = (...who: Who): Rule => ({ who, shared: true })

/**
 * Who may do what: the one table. `everybody`: anybody linked to a person, whatever roles they hold today. What
 * depends on the round as well (was I asked, may I read this one's opinion) is decided beside the round, in the use case.
 */
const deeds: Record<Intent['kind'], Rule> = {
  'help.show': anywhere('everybody'),
  'home.show': privately('everybody'),
  'language.set': privately('everybody'),
  'plan.show': anywhere('everybody'),
  'item.show': anywhere('everybody'),
  'status.show': anywhere('everybody'),
  'board.show': anywhere('everybody'),
  'round.propose.form': privately('coordinator'),
  'round.propose': privately('coordinator'),
  'round.preview': privately('coordinator'),
  'round.open': privately('coordinator'),
  'round.discard': privately('coordinator'),
  'round.change.form': privately('coordinator'),
  'round.change': privately('coordinator'),
  // Answering takes a seat held today, or a delegation from somebody who holds one: see opinions/answering/acting.ts. What
  // somebody once wrote stays theirs to read.
  'opinion.show': privately('everybody'),
  'opinion.type': privately('member'),
  'opinion.save.form': privately('everybody'),
  'opinion.save': privately('everybody'),
  'comment.save.form': privately('everybody'),
  'comment.save': privately('everybody'),
  'comment.remove': privately('everybody'),
  'opinion.keep': privately('member'),
  'comment.keep': privately('member'),
  'opinion.submit': privately('everybody'),
  'opinion.discard': privately('everybody'),
  'opinion.list': privately('everybody'),
  'version.list': privately('everybody'),
  'version.read': privately('everybody'),
  // Whoever sent the file; of which item they may bring the draft, and in which seat they act, is decided beside it.
  'draft.check.form': privately('coordinator', 'drafter'),
  'draft.check': privately('coordinator', 'drafter'),
  'draft.keep': privately('coordinator', 'drafter'),
  'file.discard': privately('everybody'),
  'draft.find': privately('everybody'),
  'draft.show': privately('everybody'),
  'draft.get': privately('everybody'),
  'provision.show': privately('everybody'),
  'attachment.save.form': privately('everybody'),
  'attachment.save': privately('everybody'),
  'attachment.get': privately('everybody'),
  'attachment.remove': privately('everybody'),
  'record.save.form': privately('coordinator'),
  'record.save': privately('coordinator'),
  // Others' opinions: coordinators, and once the round has closed (or from its opening, where it says so) the agency that drafts the item; somebody asked has their
  // own ballot. See record/may-have-record.ts.
  'record.export.form': privately('coordinator', 'drafter', 'member'),
  'record.export': privately('coordinator', 'drafter', 'member'),
  // Others' opinions as well: the agency that drafts the item reads them once the round has closed, or from its opening.
  'remark.list': privately('coordinator', 'drafter'),
  'remark.group.form': privately('coordinator'),
  'remark.group': privately('coordinator'),
  'remark.split': privately('coordinator'),
  // Of one's own remarks once they are published, whoever made them; of all, coordinators, and of the drafters those of the item's agency, once the round has closed: see opinions/remarks/answers/may-answer.ts.
  'answer.list': privately('everybody'),
  'answer.show': privately('coordinator', 'drafter'),
  'answer.save.form': privately('drafter'),
  'answer.save': privately('drafter'),
  'remark.part.form': privately('drafter'),
  'remark.part': privately('drafter'),
  'remark.join': privately('drafter'),
  'remark.answer.form': privately('drafter'),
  'remark.answer': privately('drafter'),
  'answer.undo': privately('drafter'),
  'answer.check': privately('drafter'),
  'answer.settle': privately('drafter'),
  'answer.return.form': privately('coordinator'),
  'answer.return': privately('coordinator'),
  // Whoever was told of an answer to a remark of their own.
  'answer.object.form': privately('everybody'),
  'answer.object': privately('everybody'),
  'answer.due.form': privately('coordinator'),
  'answer.due': privately('coordinator'),
  'answer.publish.form': privately('coordinator'),
  'answer.publish': privately('coordinator'),
  // Whoever is asked for nothing is told so: "nhắc tôi" is no reminder to others.
  'nudge.snooze.form': privately('everybody'),
  'nudge.snooze': privately('member'),
  'nudge.list': privately('coordinator'),
  'ladder.save.form': privately('coordinator'),
  'ladder.save': privately('coordinator'),
  'reminder.preview': privately('coordinator'),
  'reminder.send': privately('coordinator'),
  'leave.save.form': privately('everybody'),
  'leave.save': privately('everybody'),
  'leave.list': privately('everybody'),
  'leave.end': privately('everybody'),
  'delegation.save.form': privately('member'),
  'delegation.save': privately('member'),
  'delegation.list': privately('everybody'),
  'delegation.end': privately('everybody'),
  'draft.approve': privately('member'),
  'date.explain': anywhere('everybody'),
  'digest.show': privately('coordinator', 'chair'),
  'rehearsal.show.form': privately('coordinator', 'operator'),
  'rehearsal.show': privately('coordinator', 'operator'),
  // How much of a visit is seen, and who leads its team, is decided beside the visit: see visits/sight.ts.
  'schedule.show': privately('everybody'),
  'visit.show': privately('everybody'),
  // A team's leader who types it is led to a request: see visits/move-requests/move-or-ask.ts.
  'visit.check.form': privately('everybody'),
  'visit.check': privately('coordinator'),
  'visit.save': privately('coordinator'),
  'visit.cancel.form': privately('coordinator'),
  'visit.cancel': privately('coordinator'),
  'visit.confirm': privately('everybody'),
  'visit.report.form': privately('everybody'),
  'visit.report': privately('everybody'),
  'move.ask.form': privately('everybody'),
  'move.ask': privately('everybody'),
  'move.accept': privately('coordinator'),
  'move.refuse.form': privately('coordinator'),
  'move.refuse': privately('coordinator'),
  'move.withdraw': privately('everybody'),
  'team.show': privately('everybody'),
  'duty.save.form': privately('coordinator'),
  'duty.save': privately('coordinator'),
  'duty.end.form': privately('coordinator'),
  'duty.end': privately('coordinator'),
  'overview.show': privately('coordinator', 'chair'),
  'calendar.export': privately('everybody'),
  'calendar.list': privately('everybody'),
  'calendar.make': privately('everybody'),
  'calendar.revoke': privately('everybody'),
  'access.make.form': privately('coordinator'),
  'access.make': privately('coordinator'),
  'page.open': privately('everybody'),
}

/** Whether the actor may do this today. */
export function may(actor: Pick<Actor, 'roles'>, deed: Intent['kind']): boolean {
  const { who } = deeds[deed]
  return who.some((one) => one === 'everybody' || actor.roles.has(one))
}

/** What is asked with each directory: whoever may do one of these may search it. A round's is told by `asked` alone. */
const askedWith: Record<DirectoryName, readonly Intent['kind'][]> = {
  people: ['access.make', 'duty.save', 'delegation.save'],
  members: ['round.propose'],
  asked: ['record.save'],
  teams: ['duty.save', 'visit.check'],
  units: ['visit.check'],
}

type DirectoryName = Exclude<Directory, `asked:${string}`> | 'asked'
export const directoryName = (directory: Directory): DirectoryName =>
  directory === 'people' || directory === 'members' || directory === 'teams' || directory === 'units'
    ? directory
    : 'asked'

/** Whether the actor may look into a directory today: whoever has a form that asks for somebody or something of it. */
export const maySearch = (actor: Pick<Actor, 'roles'>, directory: Directory): boolean =>
  askedWith[directoryName(directory)].some((deed) => may(actor, deed))

/** Whether the answer may be seen by a whole channel. */
export const mayBeShared = (deed: Intent['kind']): boolean => deeds[deed].shared
