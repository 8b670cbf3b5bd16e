/** Pure rules, and the tests that have to notice when one of them is wrong. Paths from the root of the project. */
export type Area = { readonly rules: readonly string[]; readonly tests: readonly string[] }

/**
 * Only tests that run a rule by itself: what a whole journey alone notices is noticed late, and by accident. Journeys
 * stand where a rule is a table that they go through.
 */
export const areas: Readonly<Record<string, Area>> = {
  calendar: {
    rules: ['src/calendar/*.ts'],
    tests: ['test/calendar/**/*.test.ts'],
  },
  // Who is due what, in which message, and what holds it back. What only plays these rules on a made-up clock (the
  // rehearsal) is held to them on a database, by test/nudges/rehearsal-truth.test.ts.
  nudges: {
    rules: [
      'src/nudges/{at-work,due,due-delegates,ladder,put-offs,reminder-hours,round-ladder,visit-steps,visit-team}.ts',
      'src/nudges/{digest-time,explain-round,upcoming}.ts',
      'src/nudges/{digest,escalation,step,upcoming,visit}-messages.ts',
      'src/opinions/deadline-notices.ts',
    ],
    tests: [
      'test/nudges/{at-work,due,due-delegates,ladder,put-offs,reminder-hours,visit-steps}.test.ts',
      'test/nudges/{digest-time,explain-round,upcoming-steps}.test.ts',
      'test/nudges/*-messages.test.ts',
      'test/opinions/deadline-notices.test.ts',
    ],
  },
  rounds: {
    rules: ['src/opinions/phase.ts', 'src/imports/{role-periods,duty-periods}.ts', 'src/people/days.ts'],
    tests: ['test/opinions/phase.test.ts', 'test/imports/*-periods.test.ts', 'test/people/days.test.ts'],
  },
  people: {
    rules: ['src/people/may.ts'],
    tests: ['test/permissions.test.ts'],
  },
  visits: {
    rules: ['src/teams/{conflicts,duty-spans}.ts'],
    tests: ['test/teams/{conflicts,duty-spans}.test.ts'],
  },
  outbox: {
    rules: ['src/outbox/{moments,unsure-policy,gather}.ts'],
    tests: ['test/outbox/{pace,gather,unsure-policy}.test.ts'],
  },
  platforms: {
    rules: ['adapters/slack/{errors,fit,split,text}.ts', 'adapters/teams/{failure,plain-text}.ts'],
    tests: ['test/adapters/slack/{errors,render,text}.test.ts', 'test/adapters/teams/{failure,render}.test.ts'],
  },
}
