import type { deskTexts as source } from '../vi/desk.ts'
import { planPageTexts } from './plan-page.ts'

const workingDays = (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`

/** The same in English. */
export const deskTexts: typeof source = {
  missing: 'Not answered',
  settled: 'Answered',
  drafted: 'Draft',
  counted: (label, n) => `${label} ${n}`,
  phases: { closed: 'Closed', withdrawn: 'Withdrawn' },
  overdue: (n) => (n === 0 ? 'Deadline passed today' : `${workingDays(n)} overdue`),
  daysLeft: (n) => (n === 0 ? 'Due today' : `${workingDays(n)} left`),
  sent: { sent: 'Sent', waiting: 'Waiting', unsure: 'May not have arrived', lost: 'Not delivered' },
  today: {
    name: 'Today',
    left: (n, quarter) => (n === 0 ? `Last working day of ${quarter}` : `${workingDays(n)} left in ${quarter}`),
    toAnswer: 'Waiting for your opinion',
    remarksToAnswer: 'Comments waiting for your agency',
    decide: 'Requests to move a visit, to be decided',
    unreachable: 'Not reached, or the request may not have arrived',
    overdueItems: 'Past the quarter’s deadline, no consultation opened',
    noRound: (quarter) => `Planned for ${quarter}`,
    reports: 'Visits that are over and not reported',
    unreported: (code, unit) => `${code}, ${unit}`,
    remindOne: 'Remind again',
    rounds: 'Open consultations',
    standing: (answered, total, missing) =>
      `${answered} of ${total} answered${missing === 0 ? '' : `, ${missing} missing`}`,
    week: 'The next seven days',
    quietWeek: 'No deadlines and no visits in the next seven days.',
    closes: (time, title) => `${time} deadline: ${title}`,
    visit: (time, team, unit) => `${time} ${team}: ${unit}`,
    sent: 'Messages sent',
    sevenDays: 'last 7 days',
    noneSent: 'No messages in the last 7 days.',
    ownVisits: 'Your next visits',
    inWords: 'Ask in words',
    nothingTitle: 'Nothing is waiting for you',
    nothing: 'Requests for opinions and other tasks will be shown here with their deadlines.',
    ask: {
      coordinator: ['who has not answered?', 'where do teams go next week?', 'digest'],
      drafter: ['comments'],
      member: ['my opinions', 'when is the next deadline?'],
      team: ['my schedule'],
      everybody: ['plan this quarter', 'help'],
    },
  },
  rounds: { name: 'Consultations', all: 'All consultations' },
  plan: planPageTexts,
  visits: { name: 'Visits' },
  people: { name: 'People' },
  history: { name: 'History' },
}
