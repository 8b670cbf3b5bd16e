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
  nudges: {
    rules: ['src/nudges/{at-work,digest-time,due,ladder,reminder-hours,round-ladder,upcoming,visit-steps}.ts'],
    tests: ['test/nudges/{due,digest,upcoming,reminder-hours,visit-steps}.test.ts'],
  },
  rounds: {
    rules: ['src/opinions/rounds/phase.ts', 'src/imports/{role-periods,duty-periods}.ts', 'src/people/days.ts'],
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
