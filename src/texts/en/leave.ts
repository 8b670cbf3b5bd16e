import type { leaveTexts as source } from '../vi/leave.ts'

/** The same in English. */
export const leaveTexts: typeof source = {
  button: 'Leave',
  enter: 'Enter leave',
  end: 'End',
  row: (who, from) => `${who}, from ${from}`,
  rowMine: (from) => `from ${from}`,
  formTitle: 'Enter leave',
  formSubmit: 'Save',
  intro:
    'During leave, reminders are put on hold. The last one before a deadline is still sent, also to the delegate if there is one.',
  person: 'Person on leave',
  from: 'From',
  to: 'Up to and including',
  note: 'Note',
  noteHint: 'Optional. Coordinators can read it.',
  backwards: 'The last day cannot come before the first.',
  past: 'This period is already over.',
  tooLong: 'Leave can last one year at most.',
  overlaps: (from, to) => `Overlaps with leave already entered, from ${from} to ${to}.`,
  saved: (from, to) => `Leave recorded from ${from} to ${to}.`,
  savedFor: (who, from, to) => `Leave of ${who} recorded from ${from} to ${to}. They are being informed.`,
  listTitle: 'Who is on leave',
  days: 'Period',
  span: (from, to) => `from ${from} to ${to}`,
  none: 'There is no current or future leave.',
  ended: 'The leave has ended. Reminders will be sent again as usual.',
  endedAlready: 'This leave had already ended.',
  entered: (who, from, to) =>
    `${who} has entered leave for you, from ${from} to ${to}. During this period, reminders are put on hold.`,
  endedFor: (from, to) =>
    `The Working Group has ended your leave from ${from} to ${to}. Reminders will be sent again as usual.`,
}
