import type { calendarLinkTexts as source } from '../vi/calendar-link.ts'

/** The same in English. */
export const calendarLinkTexts: typeof source = {
  title: 'Calendar links',
  intro:
    'A calendar link is an address by which a calendar program keeps itself up to date. Whoever has it sees what its owner sees, so do not pass it on. Once revoked, it stops working at once.',
  none: 'There is no calendar link yet.',
  mine: 'My visits',
  team: (team: string) => `Calendar of ${team}`,
  whose: 'Whose',
  what: 'Calendar',
  madeAt: 'Made at',
  more: (n: number) => `${n} more links are not shown here.`,
  makeMine: 'Make a link to my calendar',
  makeTeam: (team: string) => `Make a link: ${team}`,
  revoke: (what: string) => `Revoke: ${what}`,
  revokeOf: (who: string, what: string) => `Revoke: ${who}, ${what}`,
  made: (what: string) =>
    `The link “${what}” is made. Its address is shown this once; the older link of its kind no longer works.`,
  again: 'The calendar link was made and shown once. If you have not kept its address, please make a new one.',
  address: 'Address',
  webcal: 'Address that opens the calendar program',
  howOutlook:
    'Outlook: Add calendar > Subscribe from web. Google Calendar (on a computer): Other calendars > From URL. Paste the address there.',
  howApple:
    'Apple: Calendar > File > New Calendar Subscription; on an iPhone: Settings > Calendar > Accounts > Add Account > Other > Add Subscribed Calendar.',
  open: 'Open the calendar',
  revoked: (what: string) => `The link “${what}” is revoked. That address no longer works.`,
  revokedAlready: (what: string) => `The link “${what}” had stopped working before.`,
  off: (summary: string) => `Cancelled: ${summary}`,
  gone: (summary: string) => `No longer in this calendar: ${summary}`,
  note: (note: string) => `Note: ${note}`,
  file: (n: number) =>
    n === 1
      ? 'The calendar file holds one visit. Open it in a calendar program to add it; a file does not keep itself up to date.'
      : `The calendar file holds ${n} visits. Open it in a calendar program to add them; a file does not keep itself up to date.`,
  fileButton: 'Download .ics calendar',
  fileUntil: (moment: string) => `The download link works until ${moment}.`,
  fileAlt: (n: number) => `iCalendar, ${n === 1 ? 'one visit' : `${n} visits`}`,
  fileCut: (n: number, total: number) => `The file holds only ${n} of ${total} visits. Please choose a shorter time.`,
  fileEmpty: 'No visit has a date yet, so there is no calendar file.',
  fileNotHere:
    'The calendar file cannot be sent into this conversation, and there is no link to download it: the system does not know the address under which people reach it. Please ask for the file on the web page or in Slack, or let the operator set PUBLIC_URL and ask again.',
  fileTooLarge: (n: number) =>
    `The calendar file of ${n === 1 ? 'one visit' : `${n} visits`} could not be sent: it is too large to attach, and there is no link to download it, since the system does not know the address under which people reach it. Please choose a shorter time, or let the operator set PUBLIC_URL and ask again.`,
  fileAgain: 'The download link was shown once. If you need it, please ask for the calendar file again.',
}
