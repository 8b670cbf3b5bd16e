import type { UseCase } from '../context.ts'
import type { IntentOf } from '../contract/intent.ts'
import { Refusal } from '../refusal.ts'

export const showDigest: UseCase<IntentOf<'digest'>> = async () => {
  throw new Refusal('no-such-round')
}
