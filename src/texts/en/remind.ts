import type { Named } from '../vi/names.ts'
import type { remindTexts as source } from '../vi/remind.ts'
import { addressed } from './names.ts'

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The same in English. */
export const remindTexts: typeof source = {
  preview: 'Preview of the reminder: nothing has been sent',
  willRemind: (n: number) => `${count(n, 'member', 'members')} will be reminded`,
  nobody: 'Nobody is left to remind. Nothing has been sent.',
  nobodyNamed: 'Please give the name or key of at least one person to remind.',
  tooManyNamed: (limit: number) =>
    `At most ${limit} people can be named at a time. Please remind them in several goes.`,
  moreRounds: (n: number) =>
    `${count(n, 'more round is', 'more rounds are')} not part of this reminder; please remind of each item by itself.`,
  inTheMorning: (n: number) =>
    `Where ${count(n, 'person works', 'people work')} it is not between 06:00 and 21:00: the message arrives at 08:00 there.`,
  why: {
    answered: 'answered',
    deemed: 'deemed to agree',
    leave: 'on leave',
    reminded: 'reminded a short while ago',
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
      if (step === 'T-0') return 'by the ladder, on the day itself'
      return step.startsWith('T-')
        ? `by the ladder, ${count(days, 'day', 'days')} before the deadline`
        : `by the ladder, ${count(days, 'working day', 'working days')} overdue`
    },
    snooze: "at the member's wish",
    reminder: (who: string) => `by ${who}`,
    escalation: 'somebody overdue was named',
    other: 'by another rule',
  },
  operator: 'the system operator',
  whatToDo: 'Please tell them in another way, record their opinion for them, or make them a web link.',
  sending: (n: number) => `The reminder is being sent to ${count(n, 'member', 'members')}.`,
  notSent: (parts: string) => `Not reminded: ${parts}.`,
  already: (n: number, at: string) =>
    `This reminder was taken on at ${at} for ${count(n, 'member', 'members')}; it is not sent again.`,
  notification: (to: Named, title: string) =>
    `The Working Group reminds you: the system has not received the opinion of ${addressed(to)} on “${title}”.`,
  notificationMany: (to: Named, n: number) =>
    `The Working Group reminds you: ${count(n, 'round is', 'rounds are')} waiting for the opinion of ${addressed(to)}.`,
  settled: 'The rounds of this reminder no longer wait for an opinion.',

  list: {
    title: (title: string) => `Reminders: ${title}`,
    none: 'There has been no reminder in this round yet.',
    who: 'To whom',
    planned: 'Planned',
    rule: 'By which rule',
    result: 'What became of it',
    sent: (at: string) => `sent at ${at}`,
    waiting: 'waiting to be sent',
    waitingUntil: (at: string) => `waiting until ${at}`,
    sending: 'being sent',
    unsure: 'it is not known whether it arrived; please ask the person, then tell the system operator',
    unreachable: 'not reachable; please record their opinion for them, or make them a web link',
    failed: 'could not be sent; please tell the system operator',
    answeredBefore: 'not sent: answered before it went out',
    dropped: 'not sent: no longer needed',
    gone: 'no longer in the ledger',
  },
}
