import type { Listed, Position, RoundChange, Standing } from '../contract/intent.ts'
import type { RefusalCode } from '../contract/refusal.ts'
import {
  formatDay,
  formatDayWithWeekday,
  formatDeadline,
  formatMoment,
  formatMonth,
  formatQuarter,
  formatStretch,
} from './dates.ts'
import { calendarLinkTexts } from './en/calendar-link.ts'
import { conversationTexts } from './en/conversation.ts'
import { delegationTexts } from './en/delegation.ts'
import { digestTexts } from './en/digest.ts'
import { documentTexts } from './en/documents.ts'
import { explainTexts } from './en/explain.ts'
import { importedVisitsTexts } from './en/imported-visits.ts'
import { labelTexts } from './en/labels.ts'
import { leaveTexts } from './en/leave.ts'
import { movesTexts } from './en/moves.ts'
import { namedTexts } from './en/named.ts'
import { addressed, inEnglish } from './en/names.ts'
import { nudgeTexts } from './en/nudge.ts'
import { overviewTexts } from './en/overview.ts'
import { recordTableTexts } from './en/record-table.ts'
import { rehearseTexts } from './en/rehearse.ts'
import { remarksTexts } from './en/remarks.ts'
import { remindTexts } from './en/remind.ts'
import { scheduleTexts } from './en/schedule.ts'
import { teamsTexts } from './en/teams.ts'
import { visitReminderTexts } from './en/visit-reminders.ts'
import { visitsTexts } from './en/visits.ts'
import { workingDaysTexts } from './en/working-days.ts'
import { saysType } from './says-type.ts'
import type { Named } from './vi/names.ts'
import type { Texts } from './vi.ts'

type Facts = Readonly<Record<string, string>>
const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

const positions: Record<Position, string> = {
  agree: 'Agree',
  'agree-with-comments': 'Agree, with comments',
  disagree: 'Disagree',
  other: 'Other opinion',
}

const standings: Record<Standing, string> = {
  answered: 'Answered',
  late: 'Sent late',
  deemed: 'Deemed to agree',
  missing: 'Not answered',
  former: 'No member any more, not answered',
}

const listedWords: Record<Listed, string> = { ...standings, 'not-reached': 'Not known to have the request' }

const changes: Record<RoundChange, string> = {
  extend: 'Extend',
  close: 'Close',
  reopen: 'Reopen',
  withdraw: 'Withdraw',
}

const refusals: Record<RefusalCode, (facts: Facts) => string> = {
  'not-linked': (f) =>
    `The system does not know yet whose account this is. Please pass this code to the system operator to have it linked: ${f.account}.`,
  'other-tenant': () =>
    'The system takes no requests from accounts of another organisation on this platform; what you sent was not recorded. Please use the account that your office gave you, or contact the Working Group.',
  unnamed: () =>
    'The platform does not say whose account this is, so the system takes no requests from it; what you sent was not recorded. Please sign in with the account that your office gave you and try again.',
  'not-allowed': () => 'This is for people in another role. If you need this right, please contact the Working Group.',
  'no-such-item': (f) => `The plan has no item “${f.item}”. Type “plan” to see the items.`,
  'no-such-round': () => 'This round no longer exists. Type “status” to see the current rounds.',
  'no-such-leave': () => 'There is no such leave any more. Type “who is on leave” to see.',
  'no-such-delegation': () => 'There is no such delegation any more. Type “delegations” to see.',
  'not-delegated': () =>
    'There is no delegation for this, or it has ended, or it does not cover this; nothing was recorded. What you wrote is still there to copy.',
  'no-such-day': (f) => `There is no day “${f.day}” in the calendar. Please check it and type it again.`,
  'no-such-person': (f) => `Nobody called “${f.person}” is on the list.`,
  'no-round-yet': (f) => `No round has been opened on “${f.title}” yet.`,
  'no-open-round': (f) => (f.quarter ? `No round is open on the items of ${f.quarter}.` : 'No round is open.'),
  'not-asked': () => 'This account is not on the list of those asked in this round.',
  'round-closed': (f) =>
    `The round closed at ${f.at}; this opinion has not been recorded. What you wrote is still below or in the form: you can copy it and send it to the Working Group.`,
  'round-withdrawn': (f) =>
    `The round has been withdrawn${f.reason ? ` (reason: ${f.reason})` : ''}; this opinion is not recorded. What you wrote is still there for you to copy.`,
  'round-closed-already': (f) =>
    `This round closed at ${f.at}. Nothing has been changed. To collect more opinions, please use “reopen”.`,
  'round-withdrawn-already': (f) =>
    `This round has been withdrawn${f.reason ? ` (reason: ${f.reason})` : ''} and can no longer be changed. You can open a new one.`,
  'round-open': () =>
    'This round is still open, so it cannot be reopened. If more time is needed, please use “extend”.',
  'round-changed': () =>
    'This round has just been changed. Nothing has been recorded; please look at the new state and try again.',
  'round-live': (f) => `A round on “${f.title}” is already open. Please close or withdraw it before opening a new one.`,
  'nothing-to-send': () => 'There is no draft to send.',
  'no-opinion-yet': () => 'No opinion has been recorded in this round yet.',
  'opinions-not-yet': () => 'The drafting agency gets the opinions once the round has closed.',
  'no-such-version': () => 'There is no such version of the opinion.',
  'no-such-proposal': () =>
    'This preparation no longer exists: the round has been opened, or it was discarded or replaced by a newer one. Nothing was changed. Type “status” to see.',
  'preview-replaced': () =>
    'A newer preview has taken the place of this one, so nothing was stored or sent from it. Please use the newest one, or enter it again.',
  'no-such-file': () => documentTexts.sendAgain,
  'no-draft-of': (f) => `There is no draft file of ${f.item} yet.`,
  'no-such-draft': () => 'This draft is no longer there. Type “status” to see the present rounds.',
  'no-such-attachment': () =>
    'This file does not go with the present opinion. Please open the opinion to see its files.',
  'no-such-provision': () => 'The draft has no such provision. Please see its outline.',
  'no-draft-text': () => documentTexts.notADraft,
  'only-private': () => 'This can only be done in a private conversation with the system.',
  'nudge-answered': () => 'The opinion is stored; there will be no more reminders.',
  'snooze-too-late': () => 'The last reminder before the deadline has come: it cannot be put off any more.',
  'no-such-plan': (f) => `There is no plan for ${f.year}.`,
  'no-such-team': (f) => `There is no team “${f.team}”. Type “teams” to see them.`,
  'no-such-unit': () => 'The plan has no such unit. Type “schedule” to see the visits there are.',
  'no-such-visit': () => 'There is no such visit. Type “schedule” to see those there are.',
  'no-such-duty': () => 'This person no longer holds that duty on the team. Type “teams” to look again.',
  'no-such-request': () => 'This request to move a visit is no more. Type “schedule” to see the visits there are.',
  'no-such-link': () => 'This calendar link is no more. Type “calendar link” to look again.',
  'no-public-url': () =>
    'PUBLIC_URL is not set, so nobody could open the link. Nothing was changed: let the operator set it to the address under which people reach the server, and try again.',
  'leave-of-another': (f) =>
    `Leave of ${f.person} is entered by that person or by a coordinator. Nothing was recorded. To enter your own, type “on leave” and the days.`,
  'not-leader': () => 'This is for the team’s leader or a coordinator. Nothing was changed.',
  'visit-changed': () =>
    'This visit has just been changed. Nothing was stored; please look at it as it is now and try again.',
  'visit-cancelled': () =>
    'This visit was called off, so nothing was changed. Type “schedule” to see the visits there are.',
  'visit-done': () => 'This visit was reported as done, so nothing was changed.',
  'visit-undated': () =>
    'This visit has no date yet, so nothing was changed. A coordinator sets a date, a leader asks for one.',
  'visit-not-yet': () => 'This visit has not begun, so it cannot be reported yet. Nothing was changed.',
  'visit-exists': () => 'That team already visits that unit at that very time. Nothing was changed.',
  'already-answered': (f) =>
    `${f.person} has already sent an opinion in person, so none is recorded instead. It can be corrected by its author while the round is open.`,
}

/** English, as complete as the Vietnamese source: a text that is missing here fails the type check. */
export const en: Texts = {
  locale: 'en',
  positions,
  standings,
  changes,
  refusals,
  day: (day: string) => formatDay(day, 'en'),
  stretch: (from: string, to: string) => formatStretch(from, to, 'en'),
  month: (month: string) => formatMonth(month, 'en'),
  dayWithWeekday: (day: string) => formatDayWithWeekday(day, 'en'),
  deadline: (at: Date, zone: string) => formatDeadline(at, zone, 'en'),
  moment: (at: Date, zone: string) => formatMoment(at, zone, 'en'),
  quarter: (quarter: string) => formatQuarter(quarter, 'en'),
  list: (words: readonly string[]) => words.join(', '),
  called: inEnglish,
  notStated: 'not stated in the source',
  sample: 'Sample data',
  page: (n: number, of: number) => `Page ${n} of ${of}`,

  errors: {
    bug: (id: string) =>
      `The system met an error and has recorded nothing this time. Please try again; if it goes on, give the system operator the code ${id}.`,
    unknown: (id: string) =>
      `The system met an error and does not know yet whether this was recorded. Please try again in a few minutes; nothing is recorded twice. If it goes on, give the system operator the code ${id}.`,
    lost: (id: string) =>
      `The system has lost its place of storage and has recorded nothing this time. What you wrote is still here. Please tell the system operator the code ${id} at once, and send it again when that has been mended.`,
    slow: 'The system could not answer in time. What you wrote is still here; please try again in a few minutes. If it was recorded after all, it will not be recorded twice.',
    outdatedButton:
      'That button belongs to another version of the system and no longer works; nothing has been changed. This is how things stand now.',
    outdatedForm:
      'This form belongs to another version of the system and cannot be sent; nothing has been recorded. What you wrote is still here: please copy it, then open a new form. Type “home” to begin.',
    badRequest: 'The system could not read this request. Nothing has been changed. Type “help” to see the commands.',
    form: 'The form needs a few corrections. What you wrote is still there.',
    required: 'Please fill this in.',
    tooLong: (length: number, limit: number) =>
      `${length} characters long; the limit is ${limit}. Please shorten it, divide it into comments on provisions, or send a document to the Working Group.`,
    typedTooLong: (length: number, limit: number) =>
      `The opinion is ${length} characters long; the system takes at most ${limit}. Nothing has been recorded; your words are still in the message you sent. Please divide them into comments on provisions, or send a document to the Working Group.`,
    tooManyComments: (limit: number) => `An opinion can have at most ${limit} comments on provisions.`,
    badChoice: 'Please choose one of the options given.',
    badDay: 'There is no such day in the calendar.',
    badTime: 'Please write the time as 17:00.',
    pastDeadline: 'The deadline must lie in the future.',
    notLater: 'The new deadline must be later than the present one.',
    badUrl: 'Please give an address that begins with https://.',
    badVersion: 'Please give the number of the draft version, from 1 to 999.',
    needsBasis: 'If silence counts as agreement, its legal basis must be given.',
    needsWords: 'This position needs a general opinion, or at least one comment on a provision.',
    needsPosition: 'Please choose a position before sending.',
    unknownPeople: (words: readonly string[]) => `Not on the list of members: ${words.join('; ')}.`,
    ambiguousPeople: (words: readonly string[]) =>
      `More than one person fits, please give the key: ${words.join('; ')}.`,
    nobodyAsked: 'There is nobody to ask yet.',
    secret: (level: string) =>
      `A draft classified “${level}” must not be put into the system. Please collect opinions as the rules on state secrets require.`,
  },

  files: {
    fact: 'The attached file was not kept.',
    notKept: (names, more) =>
      `The system did not get the files and has not kept ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    howToSend: {
      inPrivate: 'Please send the file again in your own conversation with the system.',
      onceLinked: 'Once your account is linked, please send the file again in your own conversation with the system.',
      otherwise:
        'Please type or paste your comments into a message or the form; send documents to the Working Group directly, which records written opinions in the system.',
    },
    picture: 'a picture',
    unnamed: 'a file without a name',
  },

  edits: {
    edited: 'You edited a message; the system does not read edited messages again.',
    deleted: 'You deleted a message; the system deletes nothing with it.',
    draftStays: (title) =>
      `Your draft opinion on “${title}” stays as it was, not sent. To change it, open the draft and edit or discard it.`,
    opinionStays: (title) =>
      `Your recorded opinion on “${title}” stays as it was. To change it, open it, edit it and send it again while the round takes answers.`,
    actionStays: 'What was done because of that message stays as it is.',
    show: 'Open my opinion',
  },

  buttons: {
    answer: 'Give an opinion',
    agree: 'Agree',
    document: 'See the document',
    edit: 'Correct',
    editDraft: 'Edit position and words',
    addComment: 'Add a comment on a provision',
    editComment: (provision: string) => `Edit: ${provision}`,
    removeComment: (provision: string) => `Remove: ${provision}`,
    send: 'Send the opinion',
    discardDraft: 'Discard the draft',
    discardSurely: 'Discard for good',
    keepDraft: 'Keep it',
    readFull: 'Read in full',
    readDraft: 'Read the whole draft',
    history: 'Versions sent',
    mine: 'My opinions',
    plan: 'Plan',
    status: 'Status',
    help: 'Help',
    home: 'Home',
    access: 'Make a web link',
    openRound: 'Open a round',
    open: 'Open and send',
    editProposal: 'Edit',
    discardProposal: 'Discard',
    record: 'Record for somebody',
    back: 'Back',
    remind: (n: number) => `Remind ${count(n, 'member', 'members')}`,
    remindOne: (who: string) => `Remind: ${who}`,
    reminders: 'Reminders',
    refresh: 'See the latest',
    replaceRecorded: 'Replace with my own opinion',
    continue: 'Continue',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    recordFor: (who: string) => `Record for: ${who}`,
    read: (who: string) => `Read: ${who}`,
    show: (listed: Listed, n: number) => `${listedWords[listed]} (${n})`,
    whoHasIt: 'Who has not got the request',
    quarter: (quarter: string) => formatQuarter(quarter, 'en'),
    noQuarter: 'Quarter not known',
    language: 'Tiếng Việt',
  },

  help: {
    title: 'Đôn đốc: what can be done',
    summary: 'What can be typed',
    intro: 'Type in English or in Vietnamese, with or without diacritics.',
    everyone: [
      'plan Q2: the items of that quarter',
      'status, status ND-DLCN: how far the rounds have come',
      'why 28 April?, why is ND-DLCN due: how a day or a deadline is worked out',
      'on leave from 20 June to 25 June, who is on leave: enter leave, see who is away',
      'team 3 schedule, which team goes to Lào Cai in June, who visits Bộ Y tế: which team is where, and when',
      'teams, who is on team 3: the inspection teams and their people',
      'tiếng Việt: switch to Vietnamese',
    ],
    member: [
      'opinion ND-DLCN: opens the card to give an opinion',
      'opinion ND-DLCN agree: a quick draft, to be reviewed before it is sent',
      'opinion ND-DLCN disagree: Article 5 is not clear…',
      'opinion ND-DLCN Article 5 clause 2: a remark on one provision; one remark a line',
      'read draft ND-DLCN, Article 12 ND-DLCN, find data in draft ND-DLCN: read a draft, find a provision',
      'remind me later, remind me on Friday about ND-DLCN: puts off your own reminders, never past the last before the deadline',
      'my opinions: the rounds you were asked in and your answers',
      'delegate ND-DLCN, delegations: let somebody prepare, send or decide for you',
    ],
    coordinator: [
      'rehearse: every message that would go out from one day to another; sends nothing',
      'digest: every open round, what is due soon or overdue, and who is not reached',
      'open round ND-DLCN: prepares and opens a round',
      'extend ND-DLCN to 17:00 07/07/2020 because…; close, reopen, withdraw ND-DLCN because…',
      'read draft ND-DLCN, Article 12 ND-DLCN, find data in draft ND-DLCN: read a draft, find a provision',
      'record opinion ND-DLCN: for somebody absent, with its source',
      'export record ND-DLCN, export ballots ND-DLCN, results of the round ND-DLCN: as a Word or Excel file',
      'remarks ND-DLCN, group remarks ND-DLCN: the remarks by article; puts like ones into one row of the table',
      'remind ND-DLCN, remind ND-DLCN Bộ Y tế, remind everyone Q2: shows who will be reminded, then sends',
      'reminders ND-DLCN: who was reminded, when, and what became of it',
      'assign Bộ Y tế to team 3 on 15 June at 8:00: assigns a team and sets the day; shows conflicts before it saves',
      'move KT-12 to 16 June 14:00, cancel visit KT-12: another day or time, or calls a visit off',
      'add somebody to team 3: who joins a team or leaves it, from which day on',
      'overview of visits, calendar table June: units without a team or a date; the load of each team',
    ],
    team: [
      'my schedule this week, next visit: the visits of your team',
      'KT-12, confirm KT-12: one visit; its leader confirms it',
      'ask to move KT-12 to 16 June: the leader asks, a coordinator decides',
      'report KT-12: the leader reports that it has taken place, in a few lines',
      'download my schedule, calendar link: takes the visits into your calendar program',
    ],
    files: {
      draft:
        'a draft (.docx, .pdf, .md, .txt), with its code beside it, such as ND-DLCN: see what was read before it is kept',
      read: 'to read or download a draft that was kept, type: show draft ND-DLCN',
      letter: 'a signed letter (PDF, Word, a picture): goes with your opinion',
      source: 'a member’s signed letter: records their opinion, with the letter as its source',
    },
    forFiles: 'Files that you send in this conversation',
    forEveryone: 'Everyone',
    forMembers: 'Members',
    forTeams: 'Inspection teams',
    forCoordinators: 'Coordinators',
    notUnderstood: 'The system did not understand this sentence, so it has done nothing.',
    notUnderstoodWords: (words: readonly string[]) =>
      `The system did not understand ${words.map((word) => `“${word}”`).join(', ')}, so it has done nothing.`,
    notUsed: (words: readonly string[]) => `Not used: ${words.map((word) => `“${word}”`).join(', ')}`,
    takenAs: (what: string) => `Taken as: ${what} (just spoken of)`,
    readAs: (typed: string, day: string) => `“${typed}” is read as ${day}.`,
    whichVisit: 'Please choose a visit:',
    nearest: 'Was one of these meant?',
    ask: 'This can be understood in more than one way. Please choose one:',
    whichItem: 'Please choose an item:',
    moreItems: (n: number) => `${count(n, 'more item', 'more items')}: type the code of the one you mean.`,
    whichWaiting: 'More than one round awaits your opinion. Please choose an item:',
    moreWaiting: (n: number) =>
      `${count(n, 'more round does', 'more rounds do')} so too: type the item’s code as well, or open “My opinions”.`,
    nothingWaits:
      'No round awaits your opinion, so nothing was recorded. To correct one already sent, open “My opinions”.',
    languageSet: 'From now on the system answers in English.',
    continuePrivately: 'What you asked for in the channel can only be done here.',
    sentPrivately: 'The system has sent the next step to your private conversation.',
    answeredPrivately: 'The system has answered the form in your private conversation.',
  },

  home: {
    title: (to: Named) => `Welcome, ${addressed(to)}`,
    summary: (open: number) =>
      open === 0 ? 'No opinion is awaited' : `${count(open, 'round awaits', 'rounds await')} your opinion`,
    waiting: 'Awaiting your opinion',
    nothing: 'No round awaits your answer.',
    rounds: 'Open rounds',
    noRounds: 'No round is open yet.',
    due: (deadline: string) => `due ${deadline}`,
    more: (n: number) => `and ${count(n, 'other round', 'other rounds')}; type “status” to see them all.`,
    moreWaiting: (n: number) =>
      `and ${count(n, 'other round awaits', 'other rounds await')} your opinion; open “My opinions” to see them all.`,
    roles: (roles: readonly string[]) => `${roles.length === 1 ? 'Role' : 'Roles'}: ${roles.join(', ')}`,
  },

  roles: {
    member: 'member of the Committee',
    coordinator: 'coordinator',
    drafter: 'drafting agency',
    team: 'inspection team',
    chair: 'Chair of the Committee',
    operator: 'system operator',
  },

  plan: {
    title: (title: string, year: number) => `${title} (${year})`,
    none: 'No plan has been imported yet.',
    empty: 'There are no items in this quarter.',
    noYear: (year: number) => `No plan for ${year} has been imported.`,
    heldBy: (quarter: string, items: number) =>
      `${formatQuarter(quarter, 'en')} has ${count(items, 'item', 'items')}; press the button below if you mean that one.`,
    quarterHeading: (quarter: string) => formatQuarter(quarter, 'en'),
    now: 'this quarter',
    noQuarter: 'Quarter: not stated in the source',
    item: 'Item',
    agency: 'Drafting agency',
    quarter: 'Quarter',
    type: 'Type',
    key: 'Key',
    deadline: 'Default deadline (derived)',
    derived: (deadline: string) =>
      `${deadline}; derived: 17:00 on the last working day of the quarter, the source states no day`,
    deadlineColumn: 'Opinions due',
    origin: 'Why this deadline',
    originDefault: (quarter: string) => `the default deadline of ${quarter} (derived)`,
    originOpening: 'set by a coordinator when the round was opened',
    originChanged: (at: string) => `set anew by a coordinator at ${at}`,
    before: (deadline: string) => `before that ${deadline}`,
    defaultIs: (deadline: string) => `the default of the quarter (derived) is ${deadline}`,
    agencyNote: 'The sentence in the source may name the agency for the next item only.',
    round: 'Round',
    noRound: 'none yet',
  },

  round: {
    number: (n: number) => `round ${n}`,
    title: (type: string, title: string) =>
      saysType(type, title) ? title : `${type.charAt(0).toUpperCase()}${type.slice(1)}: ${title}`,
    formTitle: 'Prepare a round',
    formSubmit: 'Preview',
    version: 'Draft version (number)',
    url: 'Link to the document',
    urlHint: 'https://… (may be left empty)',
    secrecy: 'Classification of the draft',
    secrecyLevels: {
      none: 'Not classified',
      mat: 'Confidential (Mật)',
      toimat: 'Secret (Tối mật)',
      tuyetmat: 'Top secret (Tuyệt mật)',
    },
    day: 'Deadline: day',
    time: 'Deadline: time',
    dayHint:
      'Without a number of working days, by default the last working day of the quarter; the source states no day.',
    asked: 'Who is asked',
    askedAll: (n: number) => `All members (${n})`,
    askedNamed: 'The people named below',
    names: 'Keys or names, one person to a line',
    late: 'Opinions sent after the deadline',
    lateAccept: 'Accepted, marked “sent late”',
    lateRefuse: 'Refused',
    silence: 'No answer counts as',
    silenceNone: 'Not answered',
    silenceDeemed: 'Deemed to agree (needs a legal basis)',
    basis: 'Legal basis for deeming agreement',
    basisHint: 'For example: Article …, Working Regulations of the Committee',
    positions: 'Positions offered',
    preview: 'Preview: nothing has been sent',
    previewSummary: (title: string) => `Preview of the round: ${title}`,
    closes: 'Closes at',
    closesDerived: 'last working day of the quarter (derived)',
    deadlineWarnings: {
      dayOff: (day, name) => `Please note: the deadline is on a day off (${day}${name === '' ? '' : `, ${name}`}).`,
      outOfHours: (time) => `Please note: the deadline is at ${time}, outside working hours.`,
      short: 'Please note: less than a working day is left until the deadline.',
    },
    willAsk: (n: number) => `Will ask ${count(n, 'person', 'people')}`,
    unreachable: (n: number) => `Not reachable by chat yet (${n})`,
    unreachableNote: 'They count as asked all the same; please tell them in another way or record their opinions.',
    others: (n: number) => `and ${count(n, 'other', 'others')}`,
    documentLabel: 'Document',
    noDocument: 'no file and no link',
    documentFile: (name) => `file ${name}`,
    onTheWay: (n: number) =>
      `The system is sending the request to ${count(n, 'person', 'people')} whose account takes messages.`,
    opened: (n: number) => `The round is open. It is being sent to ${count(n, 'person', 'people')}.`,
    discarded: 'The preparation has been discarded. Nothing was sent to anybody.',
    whichItem: 'On which item should a round be opened?',
    allOpen: 'Every item has an open round.',
    moreItems: (n: number) => `${count(n, 'more item', 'more items')}: type “collect opinions” and the item’s code.`,
    reason: 'Reason',
    reasonHint: 'Sent to everyone asked.',
    newDay: 'New deadline: day',
    newTime: 'New deadline: time',
    current: 'Present deadline',
    later: (n: number, from: string, day: string) =>
      `The new deadline below: the present one, ${from}, and ${count(n, 'day', 'days')} is ${day}.`,
    laterWorking: (n: number, from: string, day: string) =>
      `The new deadline below: the present one, ${from}, and ${count(n, 'working day', 'working days')} is ${day}.`,
    fromToday: (n: number, day: string) =>
      `The old deadline is past, so the new one below is counted from today, and ${count(n, 'day', 'days')} is ${day}.`,
    fromTodayWorking: (n: number, day: string) =>
      `The old deadline is past, so the new one below is counted from today, and ${count(n, 'working day', 'working days')} is ${day}.`,
    changed: {
      extend: 'The deadline has been extended. Those asked are being told.',
      close: 'The round has been closed. Those concerned are being told.',
      reopen: 'The round has been reopened. Those asked are being told.',
      withdraw: 'The round has been withdrawn. Those asked are being told.',
    },
  },

  notifications: {
    request: (to: Named, agency: string | null, type: string, title: string, version: number) =>
      `Dear ${addressed(to)}. ${agency === null ? 'The Working Group' : agency} asks for your opinion on ${saysType(type, title) ? '' : `the ${type} `}“${title}” (version ${version}).`,
    draftFile: (title: string, version: number) =>
      `The draft that goes with the request for your opinion on “${title}” (version ${version}).`,
    extended: (title: string, deadline: string) =>
      `The deadline for opinions on “${title}” has been extended to ${deadline}.`,
    closed: (title: string) => `The round on “${title}” has closed.`,
    reopened: (title: string, deadline: string) =>
      `The round on “${title}” has been reopened; the new deadline is ${deadline}.`,
    withdrawn: (title: string) => `The round on “${title}” has been withdrawn; no answer is needed any more.`,
    due: (title: string) => `The deadline for opinions on “${title}” has passed.`,
    dueLate: 'Opinions sent after it are still accepted and marked “sent late” until the round is closed.',
    deadlines: (n: number) =>
      `${n === 1 ? 'The deadline of 1 round has' : `The deadlines of ${n} rounds have`} passed.`,
    passed: (title, deadline, n, closed) =>
      `“${title}”: ${n.answered} of ${n.total} sent; missing ${n.missing}${n.deemed === 0 ? '' : `; deemed to agree ${n.deemed}`}. Deadline: ${deadline}. ${closed ? 'The round has closed.' : 'Late opinions are still accepted.'}`,
    boardOf: (item: string) => `Status of ${item}`,
    drafter: (title: string) => `The round on “${title}” has closed. The opinions are now open to the drafting agency.`,
    recorded: (to: Named, title: string, position: string, source: string) =>
      `Dear ${addressed(to)}. The Working Group has recorded the opinion “${position}” on “${title}” for you, from this source: ${source}. You may replace it with your own while the round is open.`,
    reason: 'Reason',
  },

  opinion: {
    version: 'Draft version',
    deadline: 'Deadline',
    former: (day: string) =>
      `You have not been a member of the Committee since ${day}, so no opinion is awaited from you in this round. If you sent one in writing before that day, please tell the coordinators, who can record it.`,
    deadlineBefore: 'Deadline before',
    agency: 'Agency',
    position: 'Position',
    words: 'General opinion',
    comments: (n: number) => `Comments on provisions (${n})`,
    moreComments: (n: number) => `and ${count(n, 'other comment', 'other comments')}; read in full to see all of them.`,
    proposal: 'Proposed wording',
    noWords: 'no words',
    draftTitle: 'Draft, not sent',
    discardAsk: 'Discard this draft? What stands below will be gone for good.',
    sentStays: 'The opinion already sent stays as it is.',
    draftKept: 'Each step of the draft is saved; you can go on writing later, wherever your account is linked.',
    draftSummary: (title: string) => `Draft opinion on “${title}”, not sent`,
    answered: (position: string, at: string) => `The system recorded the opinion “${position}” at ${at}.`,
    inForce: (position: string, at: string) =>
      `Opinion in force: “${position}”, sent at ${at}; this draft replaces it once sent.`,
    answeredSummary: (title: string) => `Opinion on “${title}” recorded`,
    late: 'Sent late',
    lateNow: 'The deadline has passed. An opinion sent now is still accepted and marked “sent late”.',
    receipt: 'Receipt',
    time: 'Time',
    canEdit: (deadline: string) => `It can be corrected until ${deadline}.`,
    canEditLate: 'It can be corrected until the round is closed; a correction is marked “sent late”.',
    recordedBy: (source: string) => `Recorded by the Working Group, source: ${source}`,
    closedNoAnswer: 'The round has closed. No opinion was recorded.',
    deemed: (basis: string) => `No answer by the deadline: deemed to agree, on the basis of ${basis}.`,
    closedAt: (at: string) => `The round closed at ${at}.`,
    withdrawn: (reason: string) => `The round has been withdrawn. Reason: ${reason}.`,
    formTitle: 'Give an opinion',
    formSubmit: 'Save and review',
    noted: (count, provisions) =>
      `${count === 1 ? '1 remark was' : `${count} remarks were`} saved in the draft: ${provisions}. Choose a position, then review.`,
    bodyHint:
      'Leave empty if you agree and have nothing to add. Comments on single provisions are added in the next step.',
    commentForm: 'Comment on a provision',
    commentSubmit: 'Save the comment',
    provision: 'Article, clause, point',
    provisionHint: 'For example: Article 5, clause 2, point a',
    at: 'Provision',
    atHint: 'Type the number of an article or a few words to find it.',
    atMainOnly: 'Clauses and points are not in the list; please write them in the field below.',
    atByWords: 'None; in words, in the field below',
    provisionInWords: 'In words',
    provisionInWordsHint:
      'May be left empty. For example: clause 2, point a (of the chosen article); Preamble; Whole text',
    noPlace: 'Please choose a provision, or name it in words in the field below.',
    noSuchPlace: 'The draft of this round has no such provision. Please choose one from the list.',
    placeDisagrees: (chosen) =>
      `${chosen} is chosen above, and this field names another place. Please leave this field empty, or choose again above.`,
    remark: 'Comment',
    proposalHint: 'If any',
    conflict:
      'The draft has just been edited elsewhere. What is saved stands above; what you wrote is still in the fields. If you send again, the fields replace what is saved.',
    draftChanged:
      'The draft has changed since the card that was pressed. Nothing has been sent; please review the version below, then send.',
    nothingNew: 'This opinion was recorded before; it is not recorded a second time.',
    notSent: 'This could not be sent. What you wrote is below for you to copy:',
    mine: 'My opinions',
    noneAsked: 'You have not been asked in any round yet.',
    notAskedOn: (item: string) => `You have not been asked about ${item}.`,
    history: (title: string) => `Versions of the opinion on “${title}”`,
    historyOf: (who: string, title: string) => `Versions of the opinion of ${who} on “${title}”`,
    versionColumn: 'Version',
    versionNo: (n: number) => `Version ${n}`,
    current: 'current',
    draftWaiting: 'a draft has not been sent',
  },

  board: {
    title: (title: string) => `Status: ${title}`,
    allTitle: 'Open rounds',
    allCounted: (n: number) => `Open rounds (${n})`,
    none: 'No round is open.',
    progress: (done: number, total: number) => `${done} of ${total} answered`,
    phase: {
      open: 'open',
      late: 'past the deadline, late answers accepted',
      closed: 'closed',
      withdrawn: 'withdrawn',
    },
    state: 'State',
    deemedNote: (basis: string) => `“Deemed to agree” on the basis of ${basis}; not counted as answered.`,
    notAdoption: 'These figures only show the opinions received; they are no decision on adoption.',
    people: (listed: Listed, n: number) => `${listedWords[listed]}: ${count(n, 'person', 'people')}`,
    who: 'Name',
    organisation: 'Organisation',
    position: 'Position',
    at: 'At',
    formerCount: (n: number) => `${count(n, 'person', 'people')}, not counted in the total`,
    formerSince: (day: string) => `no member since ${day}`,
    successor: (who: string) => `the successor was asked: ${who}`,
    request: 'Request',
    requests: 'Requests to those missing',
    reach: {
      sent: (at: string) => `arrived at ${at}`,
      gone: 'not reachable by chat now; please tell them in another way',
      sending: 'being sent',
      waiting: 'waiting to be sent',
      waitingUntil: (at: string) => `will be sent at ${at}`,
      unsure: 'it is not known whether it arrived; please ask them, or remind them',
      failed: 'could not be sent; please tell them in another way, and tell the administrator',
      unreachable:
        'not reachable by chat; please link an account, make a link into the web chat, or record their opinion',
      dropped: 'dropped and not sent; please remind them',
      none: 'never sent; please remind them',
    },
    reachShort: {
      sent: 'arrived',
      sending: 'being sent',
      waiting: 'waiting',
      unsure: 'in doubt',
      failed: 'failed',
      unreachable: 'not reachable',
      dropped: 'dropped',
      none: 'never sent',
    },
    nobody: 'Nobody.',
    recorded: 'recorded for the person',
  },

  record: {
    formTitle: 'Record for somebody',
    formSubmit: 'Record',
    person: 'Whose opinion',
    personHint: 'Key or full name',
    source: 'Source',
    sourceOfFile: 'May be left empty: the attached document is the source',
    sourceHint: 'For example: official letter no. …, telephone, date …',
    received: 'Received on',
    done: (who: string, receipt: string) =>
      `The opinion of ${who} has been recorded. Receipt: ${receipt}. The person is being told.`,
    futureDay: 'The day of receipt cannot lie in the future.',
  },

  access: {
    formTitle: 'Web access link',
    formSubmit: 'Make the link',
    person: 'For whom',
    personHint: 'Key or full name',
    made: (who: string, until: string) =>
      `A link for ${who}, valid until ${until}. Whoever has it enters as that person: give it to nobody else.`,
    again: 'The link is shown only once. If it was not copied, make a new one; the old one stops working.',
    link: 'Link',
  },

  accountsGone: {
    title: (n) => `${n === 1 ? '1 person gets' : `${n} people get`} no messages at their linked account any more`,
    line: (who, platform, why) => `${who}: the ${platform} account ${why}`,
    why: {
      deactivated: 'is deactivated',
      'unknown-person': 'does not exist any more',
      elsewhere: 'belongs to another organisation',
    },
    whatToDo:
      'The system sends nothing to these accounts until they are active again. Please tell these people in another way, ask the system operator to link a new account, make a web link, or record their opinions for them.',
  },

  nudge: nudgeTexts,
  remind: remindTexts,
  documents: documentTexts,
  leave: leaveTexts,
  delegation: delegationTexts,
  explain: explainTexts,
  workingDays: workingDaysTexts,
  digest: digestTexts,
  rehearse: rehearseTexts,
  schedule: scheduleTexts,
  visits: visitsTexts,
  importedVisits: importedVisitsTexts,
  conversation: conversationTexts,
  visitReminders: visitReminderTexts,
  moves: movesTexts,
  teams: teamsTexts,
  overview: overviewTexts,
  recordTable: recordTableTexts,
  remarks: remarksTexts,
  calendarLink: calendarLinkTexts,
  labels: labelTexts,
  named: namedTexts,

  demo: {
    banner: (sample: boolean, moment: string) =>
      `${sample ? 'Sample data, no real people. ' : ''}Rehearsal clock: ${moment}`,
  },
}
