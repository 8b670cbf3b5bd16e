/** Pure rules, and the tests that have to notice when one of them is wrong. Paths from the root of the project. */
export type Area = { readonly rules: readonly string[]; readonly tests: readonly string[] }

/**
 * Only tests that run a rule by itself: what a whole journey alone notices is noticed late, and by accident. None of
 * them opens a database: they run again for every fault.
 */
export const areas: Readonly<Record<string, Area>> = {
  calendar: {
    rules: ['src/calendar/*.ts'],
    tests: ['test/calendar/**/*.test.ts'],
  },
  // Who is due what, in which message, and what holds it back. What only plays these rules on a made-up clock (the
  // rehearsal) is held to them on a database, by test/long/rehearsed-weeks.test.ts.
  nudges: {
    rules: [
      'src/nudges/ladder/{at-work,due,due-delegates,ladder,put-offs,round-ladder,step-messages}.ts',
      'src/nudges/reminders/reminder-hours.ts',
      'src/nudges/visits/{visit-steps,visit-team,visit-messages}.ts',
      'src/nudges/explain/explain-round.ts',
      'src/nudges/digest/{digest-time,digest-messages}.ts',
      'src/nudges/quarter-watch/{upcoming,upcoming-messages,escalation-messages}.ts',
      'src/opinions/rounds/deadline-notices.ts',
    ],
    tests: [
      'test/nudges/{at-work,due,due-delegates,ladder,put-offs,reminder-hours,visit-steps}.test.ts',
      'test/nudges/{digest-time,explain-round,upcoming-steps}.test.ts',
      'test/nudges/*-messages.test.ts',
      'test/opinions/deadline-notices.test.ts',
    ],
  },
  rounds: {
    rules: [
      'src/opinions/rounds/{deadline-warnings,phase,seat-day}.ts',
      'src/imports/people/{role-periods,duty-periods}.ts',
      'src/people/days.ts',
    ],
    tests: [
      'test/opinions/{deadline-warnings,phase,seat-day}.test.ts',
      'test/imports/*-periods.test.ts',
      'test/people/days.test.ts',
    ],
  },
  people: {
    rules: ['src/people/{may,place,next-id}.ts', 'src/contract/delivery-key.ts'],
    tests: ['test/people/{may,place,next-id}.test.ts', 'test/contract/delivery-key.test.ts'],
  },
  visits: {
    rules: [
      'src/visits/{carried,ended,sight,visits}.ts',
      'src/visits/conflicts/conflicts.ts',
      'src/visits/move-requests/move-times.ts',
      'src/visits/changes/visit-terms.ts',
      'src/inspection-teams/duty-spans.ts',
    ],
    tests: ['test/visits/{conflicts,sight,visit-times,visits}.test.ts', 'test/inspection-teams/duty-spans.test.ts'],
  },
  outbox: {
    rules: ['src/outbox/delivery/{gather,moments,pace}.ts', 'src/outbox/doubt/unsure-policy.ts'],
    tests: ['test/outbox/{gather,lanes,moments,unsure-policy}.test.ts'],
  },
  platforms: {
    rules: [
      'adapters/slack/drawing/{fit,split,text}.ts',
      'adapters/slack/incoming/typed-text.ts',
      'adapters/slack/{identity,outgoing/errors}.ts',
      'adapters/msteams/{connector/failure,connector/login-pause,drawing/plain-text,identity}.ts',
      'adapters/web/{cookie,gate,identity}.ts',
      'adapters/shared/*.ts',
    ],
    tests: [
      'test/adapters/slack/{errors,fit,split,text,typed-text}.test.ts',
      'test/adapters/msteams/{failure,login-pause,plain-text}.test.ts',
      'test/adapters/web/{cookie,gate}.test.ts',
      'test/adapters/shared/*.test.ts',
      'test/adapters/identity.test.ts',
    ],
  },
}
