import { Refusal } from '../contract/refusal.ts'

/** Refuses what is called off or reported as done: nothing of it is planned any more. */
export function refuseEnded(visit: { readonly state: string } | undefined): void {
  if (visit?.state === 'cancelled') throw new Refusal('visit-cancelled')
  if (visit?.state === 'done') throw new Refusal('visit-done')
}
