import { saysType } from '../says-type.ts'
import type { digestTexts as source } from '../vi/digest.ts'

const occasions = {
  'quarter-start': 'the first working day of the quarter',
  'T-30': '30 days before the quarter’s default deadline',
  'T-14': '14 days before the quarter’s default deadline',
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The same in English. */
export const digestTexts: typeof source = {
  title: (at) => `Digest, ${at}`,
  summary: (rounds, missing, overdue) =>
    `Digest: ${count(rounds, 'open round', 'open rounds')}; ${missing} not answered; ${overdue} overdue`,
  nothing: 'No round is open, and nothing is overdue.',
  rounds: (n) => `Open rounds (${n})`,
  round: (title, { answered, total, missing, overdue, deemed }, deadline) =>
    `“${title}”: ${answered} of ${total} answered; ${missing} not answered; ${overdue} overdue${deemed > 0 ? `; ${deemed} deemed to agree` : ''}. Deadline: ${deadline}.`,
  closing: (n) => `Due within two weeks (${n})`,
  closes: (title, deadline) => `“${title}”: ${deadline}`,
  answering: (n) => `Waiting for the answers of the drafting agency: ${n} ${n === 1 ? 'round' : 'rounds'}`,
  answers: (title, counted, deadline, late) => `${title}: ${counted}; due ${deadline}${late ? ' (overdue)' : ''}`,
  overdueItems: (n) => `Past the quarter’s default deadline, no round opened (${n})`,
  item: (key, title, quarter) => `${key}: ${title} (${quarter})`,
  unreachable: (n) => `Not reachable, or may not have received the request (${n})`,
  who: (name, organisation) => (organisation === null ? name : `${name}, ${organisation}`),
  unreachableWhy: {
    'no-account': 'no linked account; please link one, or create a web link',
    gone: 'the account has been deactivated or removed; please link another one, or create a web link',
    'takes-no-letters':
      'the account cannot receive messages; please ask them to write to the system first, or create a web link',
    'request-unsure': 'the request may not have arrived; please ask them, or remind them',
    'request-failed':
      'the request could not be sent; please inform them in another way, and tell the system administrator',
    'request-unreachable': 'the request has not been sent yet; please remind them, or inform them in another way',
    'request-dropped': 'the request was not sent; please remind them',
    'request-none': 'the request was never sent; please remind them',
  },
  unreachablePerson: (who, why) => `${who}: ${why}`,
  more: (n) => `and ${n} more`,
  visits: {
    coming: (n) => `Visits in the next seven days (${n})`,
    unreported: (n) => `Past visits without a report (${n})`,
    line: (code, team, unit, when, state) => `${code}: ${team}, ${unit}, ${when} (${state})`,
    units: (unassigned, undated) =>
      `Units to be inspected: ${unassigned} without a team; ${undated} with a team but no date.`,
  },
  short: {
    rounds: (rounds, answered, total) =>
      `Open: ${count(rounds, 'round', 'rounds')}; ${answered} of ${count(total, 'opinion', 'opinions')} received.`,
    missing: (missing, overdue) => `Not answered: ${missing}, of which overdue: ${overdue}.`,
    closing: (n, nearest) =>
      `Due within two weeks: ${count(n, 'round', 'rounds')}${nearest === undefined ? '' : `, the next at ${nearest}`}.`,
    overdueItems: (n) => `Items past the quarter’s default deadline with no round opened: ${n}.`,
    unreachable: (n) => `Not reachable, or may not have received the request: ${n}.`,
  },

  escalation: {
    summary: (n) => `${count(n, 'opinion is', 'opinions are')} long overdue and need the Working Group’s attention`,
    round: (title, days) => `“${title}”: overdue by ${count(days, 'working day', 'working days')}`,
    why: 'Sent once in each case, when an opinion is overdue by the set number of working days. Late opinions are still accepted.',
    remind: (n, item) => `Remind ${n}: ${item}`,
    record: (item) => `Record on a member’s behalf: ${item}`,
  },

  upcoming: {
    title: (quarter) => `Items of ${quarter} on which opinions have not been collected`,
    summary: (quarter, n) => `${count(n, 'item', 'items')} of ${quarter} without a round or a draft`,
    deadline: (deadline) => `Default deadline (derived; the source states no day): ${deadline}.`,
    noRound: (n) => `No round opened yet (${n})`,
    noDraft: (n) => `Open round without a draft (${n})`,
    noQuarter: (n) => `The source states no quarter; no round opened yet (${n})`,
    item: (key, type, title, agency) =>
      `${key}: ${saysType(type, title) ? '' : `${type} `}“${title}”; drafting agency: ${agency}`,
    prepare: 'The drafting agency is asked to send its draft to the Working Group, so that opinions can be collected.',
    why: (step) => `Sent automatically: ${occasions[step]}.`,
  },
}
