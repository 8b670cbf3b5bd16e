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
import { answersTexts } from './en/answers.ts'
import { calendarLinkTexts } from './en/calendar-link.ts'
import { choiceTexts } from './en/choices.ts'
import { conversationTexts } from './en/conversation.ts'
import { delegationTexts } from './en/delegation.ts'
import { deskTexts } from './en/desk.ts'
import { digestTexts } from './en/digest.ts'
import { documentTexts } from './en/documents.ts'
import { explainTexts } from './en/explain.ts'
import { importedVisitsTexts } from './en/imported-visits.ts'
import { labelTexts } from './en/labels.ts'
import { leaveTexts } from './en/leave.ts'
import { movesTexts } from './en/moves.ts'
import { namedTexts } from './en/named.ts'
import { addressed, inEnglish, inSentence } from './en/names.ts'
import { nudgeTexts } from './en/nudge.ts'
import { overviewTexts } from './en/overview.ts'
import { pickingTexts } from './en/picking.ts'
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
  former: 'Left the Committee without answering',
}

const listedWords: Record<Listed, string> = { ...standings, 'not-reached': 'May not have received the request' }

const changes: Record<RoundChange, string> = {
  extend: 'Extend the deadline',
  close: 'Close the round',
  reopen: 'Reopen the round',
  withdraw: 'Withdraw the round',
}

const refusals: Record<RefusalCode, (facts: Facts) => string> = {
  'not-linked': (f) =>
    `The system does not know whose account this is yet. Please give this code to the system administrator, who can link the account: ${f.account}.`,
  'other-tenant': () =>
    'The system does not accept requests from accounts of another organisation on this platform, so what you sent was not recorded. Please use your office account, or contact the Working Group.',
  unnamed: () =>
    'The platform does not say whose account this is, so the system cannot accept requests from it; what you sent was not recorded. Please sign in with your office account and try again.',
  'not-allowed': () => 'Your role does not allow this. If you need to do it, please contact the Working Group.',
  'no-such-item': (f) => `The plan has no item “${f.item}”. Type “plan” to see the items.`,
  'no-such-round': () => 'This round no longer exists. Type “status” to see the current rounds.',
  'no-such-leave': () => 'This leave is no longer on record. Type “who is on leave” to see the list.',
  'no-such-delegation': () => 'This delegation is no longer on record. Type “delegations” to see the list.',
  'not-delegated': () =>
    'There is no delegation for this, or it has ended or does not cover it, so nothing was recorded. What you wrote is still there for you to copy.',
  'no-such-day': (f) => `There is no such date as “${f.day}”. Please check it and type it again.`,
  'no-such-person': (f) => `There is nobody called “${f.person}” on the list.`,
  'no-round-yet': (f) => `No round has been opened on “${f.title}” yet.`,
  'no-open-round': (f) =>
    f.quarter ? `No round is open on the items of ${f.quarter}.` : 'No round is open at present.',
  'not-asked': () => 'This account was not asked for an opinion in this round.',
  'round-closed': (f) =>
    `The round closed at ${f.at}, so this opinion has not been recorded. What you wrote is still below or in the form; you can copy it and send it to the Working Group.`,
  'round-withdrawn': (f) =>
    `The round has been withdrawn${f.reason ? ` (reason: ${f.reason})` : ''}, so this opinion was not recorded. What you wrote is still there for you to copy.`,
  'round-closed-already': (f) =>
    `This round closed at ${f.at}. Nothing has been changed. To collect more opinions, please reopen the round.`,
  'round-withdrawn-already': (f) =>
    `This round has been withdrawn${f.reason ? ` (reason: ${f.reason})` : ''} and can no longer be changed. You can open a new one.`,
  'round-open': () =>
    'This round is still open, so it cannot be reopened. If more time is needed, please extend the deadline.',
  'round-changed': () =>
    'This round has just been changed. Nothing has been recorded; please look at it as it is now and try again.',
  'round-live': (f) => `A round on “${f.title}” is already open. Please close or withdraw it before opening a new one.`,
  'nothing-to-send': () => 'There is no draft to send.',
  'no-opinion-yet': () => 'No opinion has been recorded in this round yet.',
  'opinions-not-yet': () => 'The drafting agency can read the opinions once the round has closed.',
  'no-such-version': () => 'There is no such version of the opinion.',
  'no-such-proposal': () =>
    'This preview is no longer available: the round has been opened, or the preview was discarded or replaced by a newer one. Nothing was changed. Type “status” to see the rounds.',
  'preview-replaced': () =>
    'A newer preview has replaced this one, so nothing was saved or sent from it. Please use the newest one, or enter it again.',
  'no-such-file': () => documentTexts.sendAgain,
  'no-draft-of': (f) => `There is no draft file of ${f.item} yet.`,
  'no-such-draft': () => 'This draft is no longer there. Type “status” to see the current rounds.',
  'no-such-attachment': () =>
    'This file is not attached to the current opinion. Please open the opinion to see its files.',
  'no-such-provision': () => 'The draft has no such provision. Please see the outline.',
  'no-draft-text': () => documentTexts.notADraft,
  'only-private': () => 'This can only be done in a private conversation with the system.',
  'nudge-answered': () => 'Your opinion has been recorded; there will be no more reminders.',
  'snooze-too-late': () => 'This is the last reminder before the deadline, so it cannot be postponed.',
  'no-such-plan': (f) => `There is no plan for ${f.year}.`,
  'no-such-team': (f) => `There is no team “${f.team}”. Type “teams” to see them.`,
  'no-such-unit': () => 'The plan has no such unit. Type “schedule” to see the visits.',
  'no-such-visit': () => 'There is no such visit. Type “schedule” to see the visits.',
  'no-such-duty': () => 'This person no longer has that role on the team. Type “teams” to see the teams.',
  'no-such-request': () => 'This request to move a visit no longer exists. Type “schedule” to see the visits.',
  'no-such-link': () => 'This calendar link no longer exists. Type “calendar links” to see those in use.',
  'no-public-url': () =>
    'The link could not be made: the system has not been told the address at which people reach it, so nobody could open the link. Nothing was changed. Please ask the system administrator to set PUBLIC_URL, then try again.',
  'leave-of-another': (f) =>
    `Only ${f.person} or a coordinator can enter this leave. Nothing was recorded. To enter your own leave, type “on leave” and the dates.`,
  'not-leader': () => 'Only the team’s leader or a coordinator can do this. Nothing was changed.',
  'visit-changed': () =>
    'This visit has just been changed. Nothing was saved; please look at it as it is now and try again.',
  'visit-cancelled': () => 'This visit has been cancelled, so nothing was changed. Type “schedule” to see the visits.',
  'visit-done': () => 'This visit has been reported as done, so nothing was changed.',
  'visit-undated': () =>
    'This visit has no date yet, so nothing was changed. A coordinator sets the date; a team leader can ask for one.',
  'visit-not-yet': () => 'This visit has not begun, so it cannot be reported yet. Nothing was changed.',
  'visit-exists': () => 'That team already has a visit to that unit at that time. Nothing was changed.',
  'already-answered': (f) =>
    `${f.person} has already sent an opinion, so none was recorded on their behalf. They can correct it themselves while the round is open.`,
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
      `Something went wrong, and nothing was recorded. Please try again; if it happens again, give the system administrator the code ${id}.`,
    unknown: (id: string) =>
      `Something went wrong, and the system does not know yet whether this was recorded. Please try again in a few minutes; nothing will be recorded twice. If it happens again, give the system administrator the code ${id}.`,
    lost: (id: string) =>
      `The system cannot reach its data, so nothing was recorded. What you wrote is still in this message or form. Please give the system administrator the code ${id} at once, and send it again once the fault has been repaired.`,
    slow: 'The system could not answer in time. What you wrote is still in this message or form; please try again in a few minutes. If it was recorded after all, it will not be recorded twice.',
    outdatedButton:
      'That button belongs to another version of the system and no longer works; nothing has been changed. Here is the current state.',
    outdatedForm:
      'This form belongs to another version of the system and cannot be sent; nothing has been recorded. What you wrote is still here: please copy it, then open a new form. Type “home” to start.',
    badRequest: 'The system could not read this request. Nothing has been changed. Type “help” to see the commands.',
    form: 'Please correct the fields marked below. What you wrote is still there.',
    required: 'Please fill this in.',
    inForm: {
      fill: 'Please fill in “{label}”.',
      choose: 'Please choose an answer to “{label}”.',
      shorten: '“{label}” takes at most {most} characters. Please shorten it.',
      fillShort: 'Please fill in “{label}”, in at most {most} characters.',
      shownOnly: 'This text is too long to be changed here and stays as it is. Please change it on the web page.',
      listed: 'Choose from the list. Type short names, codes and names without accents in the field below.',
    },
    tooLong: (length: number, limit: number) =>
      `This is ${length} characters long; the limit is ${limit}. Please shorten it, split it into comments on provisions, or send a document to the Working Group.`,
    typedTooLong: (length: number, limit: number) =>
      `The opinion is ${length} characters long; the limit is ${limit}. Nothing has been recorded; what you wrote is still in the message you sent. Please split it into comments on provisions, or send a document to the Working Group.`,
    tooManyComments: (limit: number) => `An opinion can have at most ${limit} comments on provisions.`,
    badChoice: 'Please choose one of the options given.',
    badDay: 'There is no such date.',
    badTime: 'Please write the time as 17:00.',
    pastDeadline: 'The deadline must be in the future.',
    notLater: 'The new deadline must be later than the current one.',
    badUrl: 'Please enter an address that begins with https://.',
    badVersion: 'Please enter the draft’s version number, from 1 to 999.',
    needsBasis: 'If no answer counts as agreement, please give the legal basis.',
    needsWords: 'This position needs a general opinion, or at least one comment on a provision.',
    needsPosition: 'Please choose a position before sending.',
    unknownPeople: (words: readonly string[]) => `Not on the list of members: ${words.join('; ')}.`,
    ambiguousPeople: (words: readonly string[]) =>
      `More than one person has this name; please give the code: ${words.join('; ')}.`,
    nobodyAsked: 'Please choose at least one person to ask.',
    secret: (level: string) =>
      `A draft classified “${level}” must not be entered in the system. Please collect opinions in accordance with the rules on state secrets.`,
  },

  files: {
    fact: 'The attached file was not kept.',
    notKept: (names, more) =>
      `The system did not receive these files and has not kept them: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
    howToSend: {
      inPrivate: 'Please send the file again in your own conversation with the system.',
      onceLinked: 'Once your account is linked, please send the file again in your own conversation with the system.',
      otherwise:
        'Please type or paste your comments into a message or the form. Documents should go directly to the Working Group, which records written opinions in the system.',
    },
    picture: 'a picture',
    unnamed: 'a file without a name',
  },

  edits: {
    edited: 'You edited a message; the system does not reread edited messages.',
    deleted: 'You deleted a message; nothing in the system was deleted with it.',
    draftStays: (title) =>
      `Your draft opinion on “${title}” is unchanged and has not been sent. To change it, open the draft to edit or discard it.`,
    opinionStays: (title) =>
      `Your recorded opinion on “${title}” is unchanged. To change it, open it, edit it and send it again while the round is open.`,
    actionStays: 'What was done because of that message is unchanged.',
  },

  buttons: {
    answer: 'Give an opinion',
    agree: 'Agree',
    document: 'Open the document',
    edit: 'Correct',
    choosePosition: 'Choose a position',
    editDraft: 'Edit position and opinion',
    addComment: 'Add a comment on a provision',
    editComment: 'Edit',
    removeComment: 'Remove',
    send: 'Send the opinion',
    discardDraft: 'Discard the draft',
    discardSurely: 'Yes, discard it',
    keepDraft: 'Keep it',
    readFull: 'Read in full',
    readDraft: 'Read the whole draft',
    history: 'Earlier versions',
    mine: 'My opinions',
    openMine: 'Open my opinion',
    plan: 'Plan',
    status: 'Status',
    help: 'Help',
    home: 'Home',
    access: 'Create a web link',
    openRound: 'Open a round',
    open: 'Open and send',
    editProposal: 'Edit',
    discardProposal: 'Discard',
    record: 'Record on a member’s behalf',
    back: 'Back',
    remind: (n: number) => `Remind ${count(n, 'member', 'members')}`,
    remindOne: 'Remind',
    reminders: 'Reminders',
    refresh: 'Refresh',
    replaceRecorded: 'Replace with my own opinion',
    continue: 'Continue',
    previousPage: 'Previous page',
    nextPage: 'Next page',
    recordFor: 'Record on their behalf',
    read: 'Read',
    show: (listed: Listed, n: number) => `${listedWords[listed]} (${n})`,
    whoHasIt: 'Who has not received the request',
    quarter: (quarter: string) => formatQuarter(quarter, 'en'),
    noQuarter: 'Quarter not known',
    language: 'Tiếng Việt',
  },

  help: {
    title: 'Đôn đốc: what you can do',
    summary: 'What you can type',
    intro: 'Type in English or in Vietnamese, with or without diacritics.',
    everyone: [
      ['plan {quarter}', 'The items of the quarter'],
      ['status {item}', 'The progress of a round'],
      ['why is {item} due', 'How the deadline was worked out'],
      ['team {team} schedule', 'Where a team goes, and when'],
      ['teams', 'The inspection teams and their members'],
      ['who is on leave', 'Who is away, and when'],
    ],
    member: [
      ['opinion {item}', 'Open the card to give your opinion'],
      ['read draft {item}', 'Read the draft, find a provision'],
      ['my opinions', 'The rounds you were asked in and your opinions'],
      ['postpone my reminders', 'Choose the rounds and the day'],
      ['delegate {item}', 'Let someone prepare, send or decide on your behalf'],
    ],
    coordinator: [
      ['open round {free}', 'Prepare and open a round'],
      ['extend {item}', 'Change the deadline; likewise close, reopen, withdraw'],
      ['remind {item}', 'See who will be reminded before anything is sent'],
      ['record opinion {item}', 'Record an absent member’s opinion, with its source'],
      ['comments {item}', 'Comments by provision; group similar ones'],
      ['answer the comments on {item}', 'The drafting agency answers them one by one'],
      ['export table {item}', 'A Word or Excel file; likewise ballots, results'],
      ['assign {unit} to team {team}', 'Assign a team, set a date; see conflicts before saving'],
      ['overview of visits', 'Units without a team or a date'],
      ['digest', 'What is due or overdue, and who cannot be reached'],
      ['dry run', 'Every message to come; nothing is sent'],
    ],
    team: [
      ['my schedule this week', 'Your team’s visits'],
      ['next visit', 'See, confirm or report a visit'],
      ['download my schedule', 'Add the visits to your calendar app once'],
      ['calendar link', 'Let your calendar app update itself'],
    ],
    /** Whole sentences, which are shown and not pressed. */
    inFull: {
      member: [
        ['opinion {item} Article 5, clause 2: the time limit should be stated'],
        ['opinion {item} agree', 'Makes a draft to look at before you send it'],
        ['find data in draft {item}', 'The provisions that have the word'],
      ],
      coordinator: [
        ['extend {item} to 17:00 7 July because more time is needed', 'The form, with deadline and reason filled in'],
        ['remind {item} {body}', 'One body alone; look first, then send'],
        ['add a person to team {team}', 'The form to choose a person and a role'],
      ],
      team: [
        ['confirm KT-12', 'Shows the visit, to be confirmed there'],
        ['ask to move KT-12 to 16 June', 'The form to request it, with the day filled in'],
        ['report KT-12', 'The form to report the visit'],
      ],
    },
    forInFull: 'You can say everything in one sentence, for example',
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
    notUnderstood: 'The system did not understand this, so nothing was done.',
    notUnderstoodWords: (words: readonly string[]) =>
      `The system did not understand ${words.map((word) => `“${word}”`).join(', ')}, so nothing was done.`,
    notUsed: (words: readonly string[]) => `Not used: ${words.map((word) => `“${word}”`).join(', ')}`,
    takenAs: (what: string) => `Understood as: ${what} (mentioned just before)`,
    readAs: (typed: string, day: string) => `“${typed}” is read as ${day}.`,
    whichVisit: 'Please choose a visit:',
    nearest: 'Did you mean one of these?',
    ask: 'This could mean more than one thing. Please choose one:',
    whichItem: 'Please choose an item:',
    moreItems: (n: number) => `${count(n, 'more item', 'more items')}: type the code of the one you want.`,
    whichAnswers: 'Please choose a round:',
    moreAnswers: (n: number) => `${n} more ${n === 1 ? 'round' : 'rounds'}: please type the code of the item.`,
    whichWaiting: 'More than one round awaits your opinion. Please choose an item:',
    moreWaiting: (n: number) =>
      `${count(n, 'more round is', 'more rounds are')} awaiting it: add the item’s code, or open “My opinions”.`,
    nothingWaits:
      'No round awaits your opinion, so nothing was recorded. To correct an opinion already sent, open “My opinions”.',
    languageSet: 'From now on the system will answer in English.',
    continuePrivately: 'What you asked for in the channel can only be done here, in private.',
    sentPrivately: 'The system has sent the next step to your private conversation.',
    answeredPrivately: 'The system has answered the form in your private conversation.',
  },

  home: {
    title: (to: Named) => `Welcome, ${addressed(to)}`,
    summary: (open: number) =>
      open === 0 ? 'No round awaits your opinion' : `${count(open, 'round awaits', 'rounds await')} your opinion`,
    waiting: 'Awaiting your opinion',
    nothing: 'No round awaits your opinion.',
    rounds: 'Open rounds',
    noRounds: 'No round is open at present.',
    due: (deadline: string) => `due ${deadline}`,
    more: (n: number) => `and ${count(n, 'other round', 'other rounds')}; type “status” to see them all.`,
    moreWaiting: (n: number) =>
      `and ${count(n, 'other round awaits', 'other rounds await')} your opinion; open “My opinions” to see them all.`,
    roles: (roles: readonly string[]) => `${roles.length === 1 ? 'Role' : 'Roles'}: ${roles.join(', ')}`,
    most: 'Most used',
    others: 'Look up',
    own: 'Personal settings and help',
  },

  roles: {
    member: 'member of the Committee',
    coordinator: 'coordinator',
    drafter: 'drafting agency',
    team: 'inspection team',
    chair: 'Chair of the Committee',
    operator: 'system administrator',
  },

  plan: {
    title: (title: string, year: number) => `${title} (${year})`,
    none: 'No plan has been imported yet.',
    empty: 'There are no items in this quarter.',
    noYear: (year: number) => `No plan for ${year} has been imported.`,
    heldBy: (quarter: string, items: number) =>
      `${formatQuarter(quarter, 'en')} has ${count(items, 'item', 'items')}; press the button below to see it.`,
    quarterHeading: (quarter: string) => formatQuarter(quarter, 'en'),
    now: 'this quarter',
    noQuarter: 'Quarter: not stated in the source',
    item: 'Item',
    agency: 'Drafting agency',
    quarter: 'Quarter',
    type: 'Type',
    key: 'Code',
    deadline: 'Default deadline (derived)',
    derived: (deadline: string) =>
      `${deadline}; derived: 17:00 on the last working day of the quarter, the source states no day`,
    deadlineColumn: 'Opinions due',
    origin: 'Why this deadline',
    originDefault: (quarter: string) => `the default deadline of ${quarter} (derived)`,
    originOpening: 'set by a coordinator when the round was opened',
    originChanged: (at: string) => `changed by a coordinator at ${at}`,
    before: (deadline: string) => `previously ${deadline}`,
    defaultIs: (deadline: string) => `the quarter’s default (derived) is ${deadline}`,
    agencyNote: 'The source may name this agency for the next item only.',
    round: 'Round',
    noRound: 'none yet',
  },

  round: {
    number: (n: number) => `round ${n}`,
    title: (type: string, title: string) =>
      saysType(type, title) ? title : `${type.charAt(0).toUpperCase()}${type.slice(1)}: ${title}`,
    formTitle: 'Prepare a round',
    formSubmit: 'Preview',
    version: 'Version of the draft (number)',
    url: 'Link to the document',
    urlHint: 'https://… (optional)',
    secrecy: 'Classification of the draft',
    secrecyLevels: {
      none: 'Not classified',
      mat: 'Confidential (Mật)',
      toimat: 'Secret (Tối mật)',
      tuyetmat: 'Top secret (Tuyệt mật)',
    },
    day: 'Deadline: day',
    time: 'Deadline: time',
    dayHint: 'If no number of working days is given, the last working day of the quarter; the source states no day.',
    asked: 'Members to be asked',
    askedAll: (n: number) => `All members (${n})`,
    askedNamed: 'Only those named below',
    names: 'Members to ask',
    late: 'Opinions sent after the deadline',
    lateAccept: 'Accepted and marked “sent late”',
    lateRefuse: 'Not accepted',
    answersFrom: 'Drafting agency reads the opinions',
    fromClosing: 'Once the round has closed',
    fromOpening: 'From the opening on',
    silence: 'If a member does not answer',
    silenceNone: 'Counted as not answered',
    silenceDeemed: 'Deemed to agree (a legal basis is required)',
    basis: 'Legal basis for deemed agreement',
    basisHint: 'For example: Article … of the Committee’s Working Regulations',
    positions: 'Positions offered',
    preview: 'Preview: nothing has been sent',
    previewSummary: (title: string) => `Preview of the round: ${title}`,
    closes: 'Closes',
    closesDerived: 'last working day of the quarter (derived)',
    deadlineWarnings: {
      dayOff: (day, name) => `Please note: the deadline is on a day off (${day}${name === '' ? '' : `, ${name}`}).`,
      outOfHours: (time) => `Please note: the deadline is at ${time}, outside working hours.`,
      short: 'Please note: less than a working day is left until the deadline.',
    },
    willAsk: (n: number) => `Will ask ${count(n, 'person', 'people')}`,
    unreachable: (n: number) => `Not reachable by chat yet (${n})`,
    unreachableNote:
      'They still count as asked; please inform them in another way, or record their opinions on their behalf.',
    others: (n: number) => `and ${count(n, 'other', 'others')}`,
    documentLabel: 'Document',
    noDocument: 'no file and no link',
    documentFile: (name) => `file ${name}`,
    onTheWay: (n: number) => `The request is being sent to ${count(n, 'person', 'people')} who can be reached by chat.`,
    opened: (title) => `The round on “${title}” is open.`,
    discarded: 'The preview has been discarded. Nothing was sent.',
    whichItem: 'For which item should a round be opened?',
    allOpen: 'Every item already has an open round.',
    moreItems: (n: number) => `${count(n, 'more item', 'more items')}: type “collect opinions” and the item’s code.`,
    reason: 'Reason',
    reasonHint: 'This is sent to everyone asked.',
    newDay: 'New deadline: day',
    newTime: 'New deadline: time',
    current: 'Current deadline',
    later: (n: number, from: string, day: string) =>
      `The new deadline below is the current one, ${from}, plus ${count(n, 'day', 'days')}: ${day}.`,
    laterWorking: (n: number, from: string, day: string) =>
      `The new deadline below is the current one, ${from}, plus ${count(n, 'working day', 'working days')}: ${day}.`,
    fromToday: (n: number, day: string) =>
      `The old deadline has passed, so the new one below is counted from today: ${count(n, 'day', 'days')} from today is ${day}.`,
    fromTodayWorking: (n: number, day: string) =>
      `The old deadline has passed, so the new one below is counted from today: ${count(n, 'working day', 'working days')} from today is ${day}.`,
    changed: {
      extend: 'The deadline has been extended. Those asked are being informed.',
      close: 'The round has been closed. Those concerned are being informed.',
      reopen: 'The round has been reopened. Those asked are being informed.',
      withdraw: 'The round has been withdrawn. Those asked are being informed.',
    },
  },

  notifications: {
    request: (to: Named, agency: string | null, type: string, title: string, version: number) =>
      `Dear ${addressed(to)}, ${agency === null ? 'the Working Group' : inSentence(agency)} requests your opinion on ${saysType(type, title) ? '' : `the ${type} `}“${title}” (version ${version}).`,
    draftFile: (title: string, version: number) => `The draft for your opinion: “${title}” (version ${version}).`,
    extended: (title: string, deadline: string) =>
      `The deadline for opinions on “${title}” has been extended to ${deadline}.`,
    closed: (title: string) => `The round on “${title}” has closed.`,
    reopened: (title: string, deadline: string) =>
      `The round on “${title}” has been reopened; the new deadline is ${deadline}.`,
    withdrawn: (title: string) => `The round on “${title}” has been withdrawn; no answer is needed.`,
    due: (title: string) => `The deadline for opinions on “${title}” has passed.`,
    dueLate: 'Until the round is closed, late opinions are still accepted and marked “sent late”.',
    deadlines: (n: number) =>
      `${n === 1 ? 'The deadline of 1 round has' : `The deadlines of ${n} rounds have`} passed.`,
    passed: (title, deadline, n, closed) =>
      `“${title}”: ${n.answered} of ${n.total} answered; ${n.missing} not answered${n.deemed === 0 ? '' : `; ${n.deemed} deemed to agree`}. Deadline: ${deadline}. ${closed ? 'The round has closed.' : 'Late opinions are still accepted.'}`,
    drafter: (title: string) => `The round on “${title}” has closed. The drafting agency can now read the opinions.`,
    recorded: (to: Named, title: string, position: string, source: string) =>
      `Dear ${addressed(to)}, the Working Group has recorded the opinion “${position}” on “${title}” on your behalf. Source: ${source}. You may replace it with your own while the round is open.`,
    reason: 'Reason',
  },

  opinion: {
    version: 'Draft version',
    deadline: 'Deadline',
    former: (day: string) =>
      `Your membership of the Committee ended on ${day}, so no opinion is awaited from you in this round. If you sent one in writing before then, please inform the Working Group, which can record it.`,
    deadlineBefore: 'Previous deadline',
    agency: 'Drafting agency',
    position: 'Position',
    notChosen: 'not chosen yet',
    words: 'General opinion',
    comments: (n: number) => `Comments on provisions (${n})`,
    moreComments: (n: number) =>
      `and ${count(n, 'other comment', 'other comments')}; press “Read in full” to see all of them.`,
    proposal: 'Proposed wording',
    noWords: 'no written opinion',
    draftTitle: 'Draft, not sent yet',
    discardAsk: 'Discard this draft? What is below will be lost for good.',
    sentStays: 'The opinion you have already sent is unchanged.',
    draftKept: 'The draft is saved at each step; you can continue later, from any account linked to the system.',
    draftSummary: (title: string) => `Draft opinion on “${title}”, not sent yet`,
    answered: (position: string, at: string) => `Your opinion “${position}” was recorded at ${at}.`,
    inForce: (position: string, at: string) =>
      `Current opinion: “${position}”, sent at ${at}; this draft will replace it once sent.`,
    answeredSummary: (title: string) => `Opinion on “${title}” recorded`,
    late: 'Sent late',
    lateNow: 'The deadline has passed. An opinion sent now is still accepted and marked “sent late”.',
    receipt: 'Receipt no.',
    time: 'Time',
    canEdit: (deadline: string) => `You can correct it until ${deadline}.`,
    canEditLate: 'You can correct it until the round is closed; a correction will be marked “sent late”.',
    recordedBy: (source: string) => `Recorded by the Working Group on the member’s behalf, source: ${source}`,
    closedNoAnswer: 'The round has closed. No opinion was recorded.',
    deemed: (basis: string) => `No answer by the deadline: deemed to agree, on the basis of ${basis}.`,
    closedAt: (at: string) => `The round closed at ${at}.`,
    withdrawn: (reason: string) => `The round has been withdrawn. Reason: ${reason}.`,
    formTitle: 'Give an opinion',
    formSubmit: 'Save draft and review',
    noted: (count, provisions) =>
      `${count === 1 ? '1 comment was' : `${count} comments were`} saved in the draft: ${provisions}. Please choose a position, then review it.`,
    bodyHint:
      'Leave empty if you agree and have nothing to add. Comments on individual provisions are added in the next step.',
    commentForm: 'Comment on a provision',
    commentSubmit: 'Save the comment',
    provision: 'Article, clause, point',
    provisionHint: 'For example: Article 5, clause 2, point a',
    at: 'Provision',
    atHint: 'Type the number of an article or a few words to find it.',
    atMainOnly: 'Clauses and points are not listed; please write them in the field below.',
    atByWords: 'None of these; see the field below',
    provisionInWords: 'In words',
    provisionInWordsHint: 'Optional. For example: clause 2, point a (of the chosen article); Preamble; Whole text',
    noPlace: 'Please choose a provision, or write it in the field below.',
    noSuchPlace: 'The draft of this round has no such provision. Please choose one from the list.',
    placeDisagrees: (chosen) =>
      `${chosen} is chosen above, but this field names another place. Please clear this field, or choose again above.`,
    remark: 'Comment',
    proposalHint: 'Optional',
    conflict:
      'The draft has just been edited elsewhere. The saved version is above; what you wrote is still in the fields. If you send again, the fields will replace the saved version.',
    draftChanged:
      'The draft has changed since you opened it. Nothing has been sent; please review the version below, then send it.',
    nothingNew: 'This opinion has already been recorded; it was not recorded again.',
    notSent: 'This was not sent. What you wrote is below for you to copy:',
    mine: 'My opinions',
    noneAsked: 'You have not been asked for an opinion in any round yet.',
    notAskedOn: (item: string) => `You have not been asked for an opinion on ${item}.`,
    history: (title: string) => `Versions of the opinion on “${title}”`,
    historyOf: (who: string, title: string) => `Versions of the opinion of ${who} on “${title}”`,
    versionNo: (n: number) => `Version ${n}`,
    current: 'current',
    draftWaiting: 'a draft has not been sent yet',
  },

  board: {
    title: (title: string) => `Status: ${title}`,
    allTitle: 'Open rounds',
    allCounted: (n: number) => `Open rounds (${n})`,
    none: 'No round is open.',
    progress: (done: number, total: number) => `${done} of ${total} answered`,
    phase: {
      open: 'open',
      late: 'overdue, late opinions accepted',
      closed: 'closed',
      withdrawn: 'withdrawn',
    },
    groups: {
      people: 'Members asked',
      documents: 'Documents and comments',
      reminders: 'Reminders',
      changes: 'This round',
    },
    state: 'State',
    deemedNote: (basis: string) => `“Deemed to agree” on the basis of ${basis}; not counted as answered.`,
    notAdoption: 'These figures only show the opinions received; they are not a decision on adoption.',
    people: (listed: Listed, n: number) => `${listedWords[listed]}: ${count(n, 'person', 'people')}`,
    who: 'Name',
    organisation: 'Organisation',
    position: 'Position',
    at: 'Time',
    formerCount: (n: number) => `${count(n, 'person', 'people')}, not counted in the total`,
    formerSince: (day: string) => `not a member since ${day}`,
    successor: (who: string) => `the successor was asked: ${who}`,
    request: 'Request',
    requests: 'Requests to those who have not answered',
    reach: {
      sent: (at: string) => `delivered at ${at}`,
      gone: 'not reachable by chat at present; please inform them in another way',
      sending: 'being sent',
      waiting: 'waiting to be sent',
      waitingUntil: (at: string) => `to be sent at ${at}`,
      unsure: 'may not have arrived; please ask them, or remind them',
      failed: 'could not be sent; please inform them in another way, and tell the system administrator',
      unreachable:
        'not reachable by chat; please link an account, create a web link, or record their opinion on their behalf',
      dropped: 'not sent, no longer needed at the time; please remind them',
      none: 'never sent; please remind them',
    },
    reachShort: {
      sent: 'delivered',
      sending: 'being sent',
      waiting: 'waiting',
      unsure: 'uncertain',
      failed: 'failed',
      unreachable: 'not reachable',
      dropped: 'not sent',
      none: 'never sent',
    },
    nobody: 'Nobody.',
    recorded: 'recorded on their behalf',
  },

  record: {
    formTitle: 'Record an opinion on a member’s behalf',
    formSubmit: 'Record',
    person: 'Member',
    source: 'Source',
    sourceOfFile: 'Optional: the attached document is the source',
    sourceHint: 'For example: official letter no. …, telephone, date …',
    received: 'Received on',
    done: (who: string, receipt: string) =>
      `The opinion of ${who} has been recorded. Receipt no.: ${receipt}. They are being informed.`,
    futureDay: 'The date received cannot be in the future.',
  },

  access: {
    formTitle: 'Web access link',
    formSubmit: 'Create the link',
    person: 'Who the link is for',
    made: (who: string, until: string) =>
      `A link for ${who}, valid until ${until}. Anyone who has it can sign in as that person, so please give it to nobody else.`,
    again:
      'The link is shown only once. If you did not copy it, please create a new one; the old one will stop working.',
    link: 'Link',
  },

  accountsGone: {
    title: (n) =>
      `${n === 1 ? '1 person no longer receives' : `${n} people no longer receive`} messages at their linked account`,
    line: (who, platform, why) => `${who}: the ${platform} account ${why}`,
    why: {
      deactivated: 'has been deactivated',
      'unknown-person': 'no longer exists',
      elsewhere: 'belongs to another organisation',
    },
    whatToDo:
      'The system sends nothing to these accounts until they are active again. Please inform these people in another way, ask the system administrator to link a new account, create a web link, or record their opinions on their behalf.',
  },

  nudge: nudgeTexts,
  remind: remindTexts,
  documents: documentTexts,
  leave: leaveTexts,
  delegation: delegationTexts,
  explain: explainTexts,
  workingDays: workingDaysTexts,
  digest: digestTexts,
  choices: choiceTexts,
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
  answers: answersTexts,
  desk: deskTexts,
  calendarLink: calendarLinkTexts,
  labels: labelTexts,
  named: namedTexts,
  picking: pickingTexts,

  demo: {
    banner: (sample: boolean, moment: string) =>
      `${sample ? 'Sample data, not real people. ' : ''}Trial clock: ${moment}`,
  },
}
