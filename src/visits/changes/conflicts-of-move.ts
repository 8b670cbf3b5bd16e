import type { Context } from '../../context.ts'
import type { Form } from '../../contract/form.ts'
import type { Block } from '../../contract/message.ts'
import { conflictBlocks } from '../cards/conflicts-block.ts'
import { readConflicts } from '../conflicts/read-conflicts.ts'
import type { Visit } from '../visits.ts'
import { readTimes } from './visit-terms.ts'

/**
 * What speaks against a visit on the day with which its form opens, to be read before anything is typed: of one that was
 * dragged or said to go to another day. Nothing where the form does not say when.
 */
export async function conflictsOfMove(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'calendar' | 'texts'>,
  { id, teamId, unitId }: Pick<Visit, 'id' | 'teamId' | 'unitId'>,
  { fields }: Pick<Form, 'fields'>,
): Promise<readonly Block[]> {
  const written = (wanted: string) => {
    const field = fields.find(({ name }) => name === wanted)
    return field !== undefined && 'value' in field && typeof field.value === 'string' ? field.value : undefined
  }
  const { starts, ends, problems } = readTimes(
    { day: written('day'), time: written('time'), endDay: written('endDay'), endTime: written('endTime') },
    ctx.zone,
    ctx.texts,
  )
  if (starts === null || Object.keys(problems).length > 0) return []
  return conflictBlocks(ctx, await readConflicts(ctx, { visitId: id, teamId, unitId, starts, ends }))
}
