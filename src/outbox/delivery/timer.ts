/** A steady clock and a way to wait, in milliseconds. Tests bring their own. */
export type Timer = { now(): number; sleep(ms: number): Promise<void> }

export const steady: Timer = {
  now: () => performance.now(),
  sleep: (ms) => new Promise((done) => setTimeout(done, ms)),
}
