import type { Context } from '../../context.ts'
import { Invalid } from '../../contract/refusal.ts'
import { namesInLines } from '../../conversation/picking/names-in-lines.ts'
import { bodyCalled } from '../../people/bodies.ts'
import { clash, type Member, peopleCalled, peopleWithRole } from '../../people/members.ts'

/**
 * Today's members whom words name, as they were typed: keys, whole names or organisations, with "và" or a comma between
 * them. Read from the left, the longest that is somebody, or a body that has no member, whose name is told whole. Refuses
 * words that name nobody, or several people: there is no guessing.
 */
export async function peopleNamed(
  ctx: Pick<Context, 'db' | 'now' | 'zone' | 'texts'>,
  words: readonly string[],
): Promise<readonly Member[]> {
  const { errors } = ctx.texts
  const called = peopleCalled(await peopleWithRole(ctx, 'member'))
  const names = words.flatMap((word) =>
    namesInLines(word, (one) => called(one).length > 0 || bodyCalled(one) !== undefined),
  )
  if (names.length === 0) throw new Invalid(ctx.texts.remind.nobodyNamed)
  const people = new Map<string, Member>()
  const unknown: string[] = []
  const ambiguous: string[] = []
  for (const word of names) {
    const matches = called(word)
    const [first] = matches
    if (first === undefined) unknown.push(word)
    else if (matches.length > 1) ambiguous.push(clash(word, matches))
    else people.set(first.id, first)
  }
  const wrong = [
    ...(unknown.length > 0 ? [errors.unknownPeople(unknown)] : []),
    ...(ambiguous.length > 0 ? [errors.ambiguousPeople(ambiguous)] : []),
  ]
  if (wrong.length > 0) throw new Invalid(wrong.join(' '))
  return [...people.values()]
}
