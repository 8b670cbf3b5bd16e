import type { Context } from '../../context.ts'
import { Refusal } from '../../contract/refusal.ts'

/**
 * The address that a link for this person begins with. Refuses where nobody said under which one people reach the
 * server: the link would lead to whichever machine it is opened on. A person of the sample plays on this machine.
 */
export async function publicAddress(ctx: Pick<Context, 'db' | 'publicUrl' | 'onlyHere'>, personId: string) {
  const address = await addressFor(ctx, personId)
  if (address === undefined) throw new Refusal('no-public-url')
  return address
}

/** The same where the link is only one way of several: undefined in place of the refusal. */
export async function addressFor(
  { db, publicUrl, onlyHere }: Pick<Context, 'db' | 'publicUrl' | 'onlyHere'>,
  personId: string,
): Promise<string | undefined> {
  if (onlyHere !== true) return publicUrl
  const person = await db.person.findUnique({ where: { id: personId }, select: { sample: true } })
  return person?.sample === true ? publicUrl : undefined
}
