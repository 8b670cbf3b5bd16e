import { z } from 'zod'

const id = z.uuid()
const words = z.string().max(200)
const at = z.coerce.number().int().min(0).max(100_000)

/**
 * Where somebody is on the pages for those who work here all day. Read from an address, so every value may come as text,
 * and nothing of it is trusted: what a page shows is decided by who asks.
 */
export const Place = z.discriminatedUnion('page', [
  /** What waits for the reader and by when; where it burns. */
  z.object({ page: z.literal('today') }),
  /** All rounds, the open ones first. */
  z.object({ page: z.literal('rounds'), show: z.enum(['open', 'closed']).optional(), from: at.optional() }),
  /**
   * One round: who answered what, what became of the messages, what happened. `show` filters its people, `from` begins
   * with that one of them; `past`: what happened before so many events.
   */
  z.object({
    page: z.literal('round'),
    round: id,
    show: z.enum(['missing', 'answered', 'late', 'deemed', 'former', 'remarked', 'not-reached']).optional(),
    sort: z.enum(['name', 'position', 'at', 'remarks']).optional(),
    from: at.optional(),
    past: at.optional(),
  }),
  /** The remarks of a round for whoever answers them; `section`: those on one article. */
  z.object({
    page: z.literal('remarks'),
    round: id,
    section: z.string().max(120).optional(),
    show: z.enum(['open', 'objected', 'drafts', 'settled']).optional(),
    from: at.optional(),
    /** That remark alone with those that share its answer, as they stand now: to whoever has just answered it. */
    remark: z.string().max(64).optional(),
  }),
  z.object({ page: z.literal('plan'), year: z.coerce.number().int().min(2000).max(2100).optional() }),
  /** Visits of a month, or of a team. */
  z.object({
    page: z.literal('visits'),
    month: z
      .string()
      .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
      .optional(),
    week: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    team: z.string().max(40).optional(),
  }),
  /** Everybody; `show`: those whom no message reaches. */
  z.object({
    page: z.literal('people'),
    find: words.optional(),
    show: z.enum(['unreached']).optional(),
    from: at.optional(),
  }),
  /** Every change, the newest first. `upTo`: before that one. */
  z.object({
    page: z.literal('history'),
    find: words.optional(),
    upTo: z.coerce.number().int().min(0).max(1_000_000_000).optional(),
  }),
  z.object({ page: z.literal('search'), find: words.optional() }),
])
export type Place = z.infer<typeof Place>

/** A place as it stands behind `#` in the address of the page: `#round?round=…`. */
export function addressOfPlace({ page, ...rest }: Place): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(rest)) if (value !== undefined) query.set(name, String(value))
  const asked = query.toString()
  return `#${page}${asked === '' ? '' : `?${asked}`}`
}
