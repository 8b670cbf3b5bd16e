import type { leaveTexts as source } from '../vi/leave.ts'

/** The same in English. */
export const leaveTexts: typeof source = {
  button: 'Leave',
  enter: 'Enter leave',
  end: (who, from) => `End: ${who}, from ${from}`,
  endMine: (from) => `End: from ${from}`,
  formTitle: 'Enter leave',
  formSubmit: 'Save',
  intro:
    'During leave the system holds its nudges back. The last one before a deadline still comes, also to the delegate where there is one.',
  person: 'Who is on leave',
  personHint: 'Key or full name',
  from: 'From',
  to: 'Up to and including',
  note: 'Note',
  noteHint: 'May be left empty. Coordinators can read it.',
  backwards: 'The last day cannot come before the first.',
  past: 'This leave is over already.',
  tooLong: 'A leave lasts a year at the most.',
  overlaps: (from, to) => `Overlaps with leave already entered, from ${from} to ${to}.`,
  saved: (from, to) => `Leave recorded from ${from} to ${to}.`,
  savedFor: (who, from, to) => `Leave of ${who} recorded from ${from} to ${to}. They are being told.`,
  listTitle: 'Who is on leave',
  who: 'Name',
  days: 'Days',
  span: (from, to) => `from ${from} to ${to}`,
  none: 'There is no present or coming leave.',
  ended: 'The leave has ended. The system nudges again as usual.',
  endedAlready: 'This leave had ended before.',
  entered: (who, from, to) =>
    `${who} entered leave for this account, from ${from} to ${to}. During these days the system holds its nudges back.`,
  endedFor: (from, to) =>
    `The leave from ${from} to ${to} was ended by the Working Group. The system nudges again as usual.`,
}
