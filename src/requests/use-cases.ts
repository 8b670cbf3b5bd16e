import type { Context, FormValues, Outcome, UseCase } from '../context.ts'
import type { Intent, IntentOf } from '../contract/intent.ts'
import { checkDraft, startDraft } from '../documents/drafts/check-draft.ts'
import { discardFile } from '../documents/drafts/discard-file.ts'
import { findDraft } from '../documents/drafts/find-draft.ts'
import { getDraft } from '../documents/drafts/get-draft.ts'
import { keepDraft } from '../documents/drafts/keep-draft.ts'
import { showDraft, showProvision } from '../documents/drafts/show-draft.ts'
import { editDuty, saveDuty } from '../inspection-teams/edit-duty.ts'
import { endDuty, startEnd } from '../inspection-teams/end-duty.ts'
import { showTeam } from '../inspection-teams/show-team.ts'
import { showDigest } from '../nudges/digest/show-digest.ts'
import { explain } from '../nudges/explain/explain.ts'
import { editLadder, saveLadder } from '../nudges/ladder/ladder-form.ts'
import { snoozeNudge } from '../nudges/ladder/snooze.ts'
import { startSnooze } from '../nudges/ladder/start-snooze.ts'
import { showRehearsal, startRehearsal } from '../nudges/rehearsal/rehearse.ts'
import { listNudges } from '../nudges/reminders/list-nudges.ts'
import { previewReminder, sendReminder } from '../nudges/reminders/remind.ts'
import { approveDraft } from '../opinions/answering/approve-draft.ts'
import {
  discardDraft,
  editComment,
  editOpinion,
  removeComment,
  saveComment,
  saveOpinion,
  showOpinionCard,
} from '../opinions/answering/edit-opinion.ts'
import { listMyOpinions, listVersions, readOpinion } from '../opinions/answering/read-opinion.ts'
import { recordOpinion, startRecord } from '../opinions/answering/record-opinion.ts'
import { saveCommentTyping, saveOpinionTyping } from '../opinions/answering/save-typing.ts'
import { submitOpinion } from '../opinions/answering/submit-opinion.ts'
import { typeOpinion } from '../opinions/answering/type-opinion.ts'
import { attachFile, removeAttachment, startAttachment } from '../opinions/attachments/attach-file.ts'
import { getAttachment } from '../opinions/attachments/get-attachment.ts'
import { showBoard, showStatus } from '../opinions/boards/show-board.ts'
import { answerSeveral, startSeveral } from '../opinions/remarks/answers/answer-several.ts'
import { listAnswers } from '../opinions/remarks/answers/list-answers.ts'
import { objectToAnswer, startObjection } from '../opinions/remarks/answers/object-to-answer.ts'
import { joinParts, partRemark, startParts } from '../opinions/remarks/answers/part-remark.ts'
import { publishAnswers, startPublication } from '../opinions/remarks/answers/publish-answers.ts'
import { returnAnswer, startReturn } from '../opinions/remarks/answers/return-answer.ts'
import { saveAnswer, startAnswer } from '../opinions/remarks/answers/save-answer.ts'
import { setAnswersDue, startAnswersDue } from '../opinions/remarks/answers/set-answers-due.ts'
import { checkAnswers, settleAnswers } from '../opinions/remarks/answers/settle-answers.ts'
import { showAnswer } from '../opinions/remarks/answers/show-answer.ts'
import { undoAnswers } from '../opinions/remarks/answers/undo-answers.ts'
import { groupRemarks, splitGroup, startGroup } from '../opinions/remarks/group-remarks.ts'
import { listRemarks } from '../opinions/remarks/list-remarks.ts'
import { changeFromForm, startChange } from '../opinions/rounds/change-round.ts'
import { openProposal } from '../opinions/rounds/open-round.ts'
import { discardProposal, previewRound, proposeRound, startRound } from '../opinions/rounds/prepare-round.ts'
import { makeAccess, startAccess } from '../people/accounts/access-link.ts'
import { openPage } from '../people/accounts/open-page.ts'
import { endDelegation, listDelegations, saveDelegation, startDelegation } from '../people/delegation.ts'
import { endLeave, listLeave, saveLeave, startLeave } from '../people/leave.ts'
import { showItem, showPlan } from '../plan/show-plan.ts'
import { exportRecord, startExport } from '../record/export-record.ts'
import { listCalendarLinks, makeCalendarLink, revokeCalendarLink } from '../visits/calendars/calendar-links.ts'
import { makeVisitsFile } from '../visits/calendars/visits-file.ts'
import { cancelVisit, startCancel } from '../visits/changes/cancel-visit.ts'
import { confirmVisit } from '../visits/changes/confirm-visit.ts'
import { checkVisit } from '../visits/changes/edit-visit.ts'
import { reportVisit, startReport } from '../visits/changes/report-visit.ts'
import { saveVisit } from '../visits/changes/save-visit.ts'
import { askMove } from '../visits/move-requests/ask-move.ts'
import { acceptMove, refuseMove, startRefusal, withdrawMove } from '../visits/move-requests/decide-move.ts'
import { changeOrAsk, moveOrAsk } from '../visits/move-requests/move-or-ask.ts'
import { showOverview } from '../visits/schedule/show-overview.ts'
import { showSchedule } from '../visits/schedule/show-schedule.ts'
import { showVisit } from '../visits/schedule/show-visit.ts'
import { setLanguage, showHelp } from './help.ts'
import { showHome } from './home/home.ts'

/** Which use case does what an intent asks for. A new intent does not compile until it stands here. */
const useCases: { readonly [K in Intent['kind']]: UseCase<IntentOf<K>> } = {
  'help.show': showHelp,
  'home.show': showHome,
  'language.set': setLanguage,
  'plan.show': showPlan,
  'item.show': showItem,
  'status.show': showStatus,
  'board.show': showBoard,
  'round.propose.form': startRound,
  'round.propose': proposeRound,
  'round.preview': previewRound,
  'round.open': openProposal,
  'round.discard': discardProposal,
  'round.change.form': startChange,
  'round.change': changeFromForm,
  'opinion.show': showOpinionCard,
  'opinion.type': typeOpinion,
  'opinion.save.form': editOpinion,
  'opinion.save': saveOpinion,
  'comment.save.form': editComment,
  'comment.save': saveComment,
  'comment.remove': removeComment,
  'opinion.keep': saveOpinionTyping,
  'comment.keep': saveCommentTyping,
  'opinion.submit': submitOpinion,
  'opinion.discard': discardDraft,
  'opinion.list': listMyOpinions,
  'version.list': listVersions,
  'version.read': readOpinion,
  'draft.check.form': startDraft,
  'draft.check': checkDraft,
  'draft.keep': keepDraft,
  'file.discard': discardFile,
  'draft.find': findDraft,
  'draft.show': showDraft,
  'draft.get': getDraft,
  'provision.show': showProvision,
  'attachment.save.form': startAttachment,
  'attachment.save': attachFile,
  'attachment.get': getAttachment,
  'attachment.remove': removeAttachment,
  'record.save.form': startRecord,
  'record.save': recordOpinion,
  'record.export.form': startExport,
  'record.export': exportRecord,
  'remark.list': listRemarks,
  'remark.group.form': startGroup,
  'remark.group': groupRemarks,
  'remark.split': splitGroup,
  'answer.list': listAnswers,
  'answer.show': showAnswer,
  'answer.save.form': startAnswer,
  'answer.save': saveAnswer,
  'remark.part.form': startParts,
  'remark.part': partRemark,
  'remark.join': joinParts,
  'remark.answer.form': startSeveral,
  'remark.answer': answerSeveral,
  'answer.undo': undoAnswers,
  'answer.check': checkAnswers,
  'answer.settle': settleAnswers,
  'answer.return.form': startReturn,
  'answer.return': returnAnswer,
  'answer.object.form': startObjection,
  'answer.object': objectToAnswer,
  'answer.due.form': startAnswersDue,
  'answer.due': setAnswersDue,
  'answer.publish.form': startPublication,
  'answer.publish': publishAnswers,
  'nudge.snooze.form': startSnooze,
  'nudge.snooze': snoozeNudge,
  'nudge.list': listNudges,
  'ladder.save.form': editLadder,
  'ladder.save': saveLadder,
  'reminder.preview': previewReminder,
  'reminder.send': sendReminder,
  'leave.save.form': startLeave,
  'leave.save': saveLeave,
  'leave.list': listLeave,
  'leave.end': endLeave,
  'delegation.save.form': startDelegation,
  'delegation.save': saveDelegation,
  'delegation.list': listDelegations,
  'delegation.end': endDelegation,
  'draft.approve': approveDraft,
  'date.explain': explain,
  'digest.show': showDigest,
  'rehearsal.show.form': startRehearsal,
  'rehearsal.show': showRehearsal,
  'schedule.show': showSchedule,
  'visit.show': showVisit,
  'visit.check.form': changeOrAsk,
  'visit.check': checkVisit,
  'visit.save': saveVisit,
  'visit.cancel.form': startCancel,
  'visit.cancel': cancelVisit,
  'visit.confirm': confirmVisit,
  'visit.report.form': startReport,
  'visit.report': reportVisit,
  'move.ask.form': moveOrAsk,
  'move.ask': askMove,
  'move.accept': acceptMove,
  'move.refuse.form': startRefusal,
  'move.refuse': refuseMove,
  'move.withdraw': withdrawMove,
  'team.show': showTeam,
  'duty.save.form': editDuty,
  'duty.save': saveDuty,
  'duty.end.form': startEnd,
  'duty.end': endDuty,
  'overview.show': showOverview,
  'calendar.export': makeVisitsFile,
  'calendar.list': listCalendarLinks,
  'calendar.make': makeCalendarLink,
  'calendar.revoke': revokeCalendarLink,
  'access.make.form': startAccess,
  'access.make': makeAccess,
  'page.open': openPage,
}

/** Decides what an intent leads to. Reads only; the writes it returns have not run. */
export function decide<K extends Intent['kind']>(
  ctx: Context,
  intent: IntentOf<K> & { kind: K },
  values: FormValues,
): Promise<Outcome> {
  const useCase: UseCase<IntentOf<K>> = useCases[intent.kind]
  return useCase(ctx, intent, values)
}
