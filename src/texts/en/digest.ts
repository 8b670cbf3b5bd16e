import { saysType } from '../says-type.ts'
import type { digestTexts as source } from '../vi/digest.ts'

const occasions = {
  'quarter-start': 'the first working day of the quarter',
  'T-30': "30 days before the quarter's default deadline",
  'T-14': "14 days before the quarter's default deadline",
}

const count = (n: number, one: string, many: string) => `${n} ${n === 1 ? one : many}`

/** The same in English. */
export const digestTexts: typeof source = {
  title: (at) => `Digest, ${at}`,
  summary: (rounds, missing, overdue) =>
    `Digest: ${count(rounds, 'open round', 'open rounds')}; ${missing} missing; ${overdue} overdue`,
  nothing: 'No round is open and nothing is overdue.',
  rounds: (n) => `Open rounds (${n})`,
  round: (title, { answered, total, missing, overdue, deemed }, deadline) =>
    `“${title}”: ${answered} of ${total} answered; ${missing} missing; ${overdue} overdue${deemed > 0 ? `; ${deemed} deemed to agree` : ''}. Deadline: ${deadline}.`,
  closing: (n) => `Closing within two weeks (${n})`,
  closes: (title, deadline) => `“${title}”: ${deadline}`,
  overdueItems: (n) => `Past the default deadline of the quarter, without a round (${n})`,
  item: (key, title, quarter) => `${key}: ${title} (${quarter})`,
  unreachable: (n) => `Not reachable, or not known to have the request (${n})`,
  who: (name, organisation) => (organisation === null ? name : `${name}, ${organisation}`),
  unreachableWhy: {
    'no-account': 'no account is linked; link one, or make a link into the web chat',
    gone: 'the account is deactivated or no more; link another one, or make a link into the web chat',
    'takes-no-letters':
      'the account takes no messages; ask them to write to the bot first, or make a link into the web chat',
    'request-unsure': 'it is not known whether the request arrived; please ask them, or remind them',
    'request-failed': 'the request could not be sent; please tell them in another way, and tell the administrator',
    'request-unreachable': 'the request could not be sent yet; please remind them, or tell them in another way',
    'request-dropped': 'the request was dropped and not sent; please remind them',
    'request-none': 'the request was never sent; please remind them',
  },
  unreachablePerson: (who, why) => `${who}: ${why}`,
  more: (n) => `and ${n} more`,
  visits: {
    coming: (n) => `Visits of the coming seven days (${n})`,
    unreported: (n) => `Visits that are over, without a report (${n})`,
    line: (code, team, unit, when, state) => `${code}: ${team}, ${unit}, ${when} (${state})`,
    units: (unassigned, undated) =>
      `Units to be inspected: ${unassigned} without a team; ${undated} with a team and no date.`,
  },
  remind: (n, item) => `Remind ${count(n, 'member', 'members')}: ${item}`,
  short: {
    rounds: (rounds, answered, total) =>
      `Open: ${count(rounds, 'round', 'rounds')}; ${answered} of ${count(total, 'opinion', 'opinions')} in.`,
    missing: (missing, overdue) => `Missing: ${missing}; of these overdue: ${overdue}.`,
    closing: (n, nearest) =>
      `Closing within two weeks: ${count(n, 'round', 'rounds')}${nearest === undefined ? '' : `, the next at ${nearest}`}.`,
    overdueItems: (n) => `Items past the default deadline of the quarter, without a round: ${n}.`,
    unreachable: (n) => `Not reachable, or not known to have the request: ${n}.`,
  },

  escalation: {
    summary: (n) => `${count(n, 'opinion is', 'opinions are')} long overdue: for the Working Group to see to`,
    round: (title, days) => `“${title}”: overdue by ${count(days, 'working day', 'working days')}`,
    why: 'Told once for each case, when somebody is overdue by the set number of working days and has not answered. Late opinions are still accepted.',
    remind: (n, item) => `Remind ${n}: ${item}`,
    record: (item) => `Record an opinion: ${item}`,
  },

  upcoming: {
    title: (quarter) => `Work of ${quarter} not yet put to members`,
    summary: (quarter, n) => `${count(n, 'item', 'items')} of ${quarter} without a round or a draft`,
    deadline: (deadline) => `Default deadline (derived; the source states no day): ${deadline}.`,
    noRound: (n) => `No round yet (${n})`,
    noDraft: (n) => `Open round without its draft (${n})`,
    noQuarter: (n) => `The source states no quarter, and there is no round yet (${n})`,
    item: (key, type, title, agency) =>
      `${key}: ${saysType(type, title) ? '' : `${type} `}“${title}”; drafting agency: ${agency}`,
    prepare: 'The drafting agency is asked to send its draft to the Working Group, so that opinions can be collected.',
    why: (step) => `Sent by rule: ${occasions[step]}.`,
    open: (item) => `Open a round: ${item}`,
  },
}
