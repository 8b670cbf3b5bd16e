import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const startDelegation: UseCase<IntentOf<'delegation.start'>> = async () => {
  throw new Refusal('no-such-round')
}

export const saveDelegation: UseCase<IntentOf<'delegation.save'>> = async () => {
  throw new Refusal('no-such-round')
}

export const listDelegations: UseCase<IntentOf<'delegation.list'>> = async () => {
  throw new Refusal('no-such-round')
}

export const endDelegation: UseCase<IntentOf<'delegation.end'>> = async () => {
  throw new Refusal('no-such-round')
}
