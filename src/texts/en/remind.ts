import type { Named } from '../vi/names.ts'
import type { remindTexts as source } from '../vi/remind.ts'
import { addressed } from './names.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The same in English. */
export const remindTexts: typeof source = {
  preview: 'Preview of the reminder: nothing has been sent',
  willRemind: (n: number) => `${count(n, 'member', 'members')} will be reminded`,
  nobody: 'Nobody is left to remind. Nothing has been sent.',
  nobodyNamed: 'Please give the name or code of at least one person to remind.',
  tooManyNamed: (limit: number) => `At most ${limit} people can be named at a time. Please send several reminders.`,
  moreRounds: (n: number) =>
    `${count(n, 'more round is', 'more rounds are')} not included in this reminder; please send a reminder for each item separately.`,
  inTheMorning: (n: number) =>
    `For ${count(n, 'person', 'people')}, it is now outside 06:00–21:00 local time; the message will arrive at 08:00 there.`,
  why: {
    answered: 'answered',
    deemed: 'deemed to agree',
    leave: 'on leave',
    reminded: 'reminded recently',
    unreachable: 'not reachable by chat yet',
    former: 'no longer a member',
    'not-asked': 'not among those asked',
  },
  leftOut: (why: string, n: number) => `Not reminded, ${why}: ${count(n, 'person', 'people')}`,
  until: (day: string) => `on leave until ${day}`,
  remindedAt: (at: string, rule: string) => `sent at ${at}, ${rule}`,
  remindedWaiting: (rule: string) => `waiting to be sent, ${rule}`,
  rules: {
    step: (step: string) => {
      const days = Number(step.slice(2))
      if (step === 'T-0') return 'on schedule, on the day of the deadline'
      return step.startsWith('T-')
        ? `on schedule, ${count(days, 'day', 'days')} before the deadline`
        : `on schedule, ${count(days, 'working day', 'working days')} overdue`
    },
    snooze: 'at the member’s request',
    reminder: (who: string) => `by ${who}`,
    answers: (step) => `drafting agency, ${step}`,
    escalation: 'notice of an overdue opinion',
    other: 'by another rule',
  },
  operator: 'the system administrator',
  whatToDo: 'Please inform them in another way, record their opinion on their behalf, or create a web link for them.',
  sending: (n: number) => `The reminder is being sent to ${count(n, 'member', 'members')}.`,
  notSent: (parts: string) => `Not reminded: ${parts}.`,
  already: (n: number, at: string) =>
    `This reminder to ${count(n, 'member', 'members')} was already recorded at ${at}; it will not be sent again.`,
  notification: (to: Named, title: string) =>
    `Dear ${addressed(to)}, the Working Group would like to remind you that your opinion on “${title}” has not been received yet.`,
  notificationMany: (to: Named, n: number) =>
    `Dear ${addressed(to)}, the Working Group would like to remind you that ${count(n, 'round awaits', 'rounds await')} your opinion.`,
  settled: 'The rounds in this reminder no longer await an opinion.',

  list: {
    title: (title: string) => `Reminders: ${title}`,
    none: 'No reminder has been sent in this round yet.',
    who: 'To whom',
    planned: 'Created',
    rule: 'Reason',
    result: 'Result',
    sent: (at: string) => `sent at ${at}`,
    waiting: 'waiting to be sent',
    waitingUntil: (at: string) => `waiting until ${at}`,
    sending: 'being sent',
    unsure: 'may not have arrived; please ask the person, then tell the system administrator',
    unreachable: 'not reachable; please record their opinion on their behalf, or create a web link for them',
    failed: 'could not be sent; please tell the system administrator',
    answeredBefore: 'not sent: answered before it went out',
    dropped: 'not sent: no longer needed',
    gone: 'no longer on record',
  },
}
