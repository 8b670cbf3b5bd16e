import { randomUUID } from 'node:crypto'
import type { Context } from '../context.ts'
import { Refusal } from '../contract/refusal.ts'
import type { Write } from '../database/db.ts'
import { type Rest, settingStands } from '../database/rests.ts'

type Whose = Pick<Context, 'db' | 'actor'>

const keyOf = ({ actor }: Whose, about: string) => `preview:${actor.id}:${about}`

/**
 * A preview of `about` (a visit's id, or `reminder`; of several things at once where it is about each of them): it takes
 * the place of those that the same person had before, wherever they were shown. Its button carries `id`. `writes` belong
 * to the change that shows it.
 */
export function newPreview(
  ctx: Whose,
  ...about: readonly string[]
): { readonly id: string; readonly writes: readonly Write[] } {
  const id = randomUUID()
  const writes = about
    .map((one) => keyOf(ctx, one))
    .map((key) => ctx.db.setting.upsert({ where: { key }, create: { key, value: id }, update: { value: id } }))
  return { id, writes }
}

/** Forgets which preview of something is the newest: what it was about is no more. */
export const endPreview = (ctx: Whose, about: string): Write =>
  ctx.db.setting.deleteMany({ where: { key: keyOf(ctx, about) } })

/**
 * Refuses the button of a preview that a newer one has replaced; one from before previews were kept is taken. What is
 * done since it is the newest rests on what is given back.
 */
export async function requireNewest(ctx: Whose, about: string, id: string | undefined): Promise<readonly Rest[]> {
  const key = keyOf(ctx, about)
  const newest = await ctx.db.setting.findUnique({ where: { key } })
  if (newest === null) return []
  if (newest.value !== id) throw new Refusal('preview-replaced')
  return [settingStands(newest)]
}
