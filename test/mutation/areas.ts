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
    rules: [
      'src/opinions/{deadline-warnings,phase,seat-day}.ts',
      'src/imports/{role-periods,duty-periods}.ts',
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
    rules: ['src/teams/{carried,conflicts,duty-spans,ended,move-times,sight,visit-terms,visits}.ts'],
    tests: ['test/teams/{conflicts,duty-spans,sight,visit-times,visits}.test.ts'],
  },
  outbox: {
    rules: ['src/outbox/{gather,moments,pace,unsure-policy}.ts'],
    tests: ['test/outbox/{gather,lanes,moments,unsure-policy}.test.ts'],
  },
  platforms: {
    rules: [
      'adapters/slack/{errors,fit,identity,once,split,text,typed-text}.ts',
      'adapters/teams/{failure,identity,login-pause,plain-text,recent}.ts',
      'adapters/web/{cookie,gate,identity}.ts',
    ],
    tests: [
      'test/adapters/slack/{errors,fit,once,split,text,typed-text}.test.ts',
      'test/adapters/teams/{failure,login-pause,plain-text,recent}.test.ts',
      'test/adapters/web/{cookie,gate}.test.ts',
      'test/adapters/identity.test.ts',
    ],
  },
}
