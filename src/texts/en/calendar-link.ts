import type { calendarLinkTexts as source } from '../vi/calendar-link.ts'
import { inSentence } from './names.ts'

/** The same in English. */
export const calendarLinkTexts: typeof source = {
  title: 'Calendar links',
  intro:
    'A calendar link is an address that keeps a calendar app up to date. Anyone who has it sees what its owner sees, so please do not pass it on. Once revoked, it stops working immediately.',
  none: 'There is no calendar link yet.',
  mine: 'My visits',
  team: (team: string) => `Calendar of ${inSentence(team)}`,
  more: (n: number) => `${n} more links are not shown here.`,
  makeMine: 'Create a link to my calendar',
  makeTeam: (team: string) => `Create a link: ${team}`,
  revoke: 'Revoke',
  line: (row: string, at: string) => `${row}; created at ${at}`,
  made: (what: string) =>
    `The link “${what}” has been created. Its address is shown only this once; any earlier link of this kind no longer works.`,
  again: 'The calendar link was created and shown once. If you did not keep its address, please create a new one.',
  address: 'Address',
  webcal: 'Address that opens your calendar app',
  howOutlook:
    'Outlook: Add calendar > Subscribe from web. Google Calendar (on a computer): Other calendars > From URL. Paste the address there.',
  howApple:
    'Apple: Calendar > File > New Calendar Subscription; on an iPhone: Settings > Calendar > Accounts > Add Account > Other > Add Subscribed Calendar.',
  open: 'Open the calendar',
  revoked: (what: string) => `The link “${what}” has been revoked. That address no longer works.`,
  revokedAlready: (what: string) => `The link “${what}” had already been revoked.`,
  off: (summary: string) => `Cancelled: ${summary}`,
  gone: (summary: string) => `No longer in this calendar: ${summary}`,
  note: (note: string) => `Note: ${note}`,
  file: (n: number) =>
    n === 1
      ? 'The calendar file contains one visit. Open it in your calendar app to add it; the file does not update itself.'
      : `The calendar file contains ${n} visits. Open it in your calendar app to add them; the file does not update itself.`,
  fileButton: 'Download .ics',
  fileUntil: (moment: string) => `The download link works until ${moment}.`,
  fileAlt: (n: number) => `iCalendar, ${n === 1 ? 'one visit' : `${n} visits`}`,
  fileCut: (n: number, total: number) =>
    `The file contains only ${n} of ${total} visits. Please choose a shorter period.`,
  fileEmpty: 'No visit has a date yet, so there is no calendar file.',
  fileNotHere:
    'The calendar file cannot be sent in this conversation, and there is no link to download it: the system has not been told the address at which people reach it. Please ask for the file on the web page or in Slack, or ask the system administrator to set PUBLIC_URL and try again.',
  fileTooLarge: (n: number) =>
    `The calendar file of ${n === 1 ? 'one visit' : `${n} visits`} could not be sent: it is too large to attach, and there is no link to download it, since the system has not been told the address at which people reach it. Please choose a shorter period, or ask the system administrator to set PUBLIC_URL and try again.`,
  fileAgain: 'The download link is shown only once. If you need it, please ask for the calendar file again.',
}
