import type { Context } from '../../context.ts'
import { loggable } from '../../contract/loggable-error.ts'
import type { File } from '../../contract/reply.ts'
import { drawPng } from '../../files/draw-png.ts'
import { teamLabel } from '../cards/overview-card.ts'
import { type MapContent, mapPalette, quarterMapSvg } from './quarter-map-svg.ts'
import type { Overview } from './read-overview.ts'

/** Rows of the picture at the most; the table has all. */
const mostRows = 40
/** Of base64, so that a card of Teams with the table in it stays under its 80 KB, two bytes a character. */
const mostCharacters = 30_000
/** Pixels to a unit: sharp on the screens of today, less so where there are many teams. */
const zooms = [2, 1.5, 1] as const

// The same picture is asked for again and again: by everybody who looks, and with each press that comes back to it.
let last: { readonly svg: string; readonly base64: string } | undefined

/**
 * A map of quarter by team as a PNG, with the same numbers in its `alt`; of more than 40 teams the first 40. Undefined,
 * and logged, where it cannot be drawn: the message does without it.
 */
export async function drawQuarterMap(
  ctx: Pick<Context, 'texts' | 'log'>,
  overview: Overview,
): Promise<File | undefined> {
  const { year } = overview.plan
  try {
    const svg = quarterMapSvg(contentOf(ctx, overview))
    if (last?.svg !== svg) last = { svg, base64: await drawWithin(svg) }
    const { base64 } = last
    const name = `${ctx.texts.overview.picture.file(year)}.png`
    return { name, mediaType: 'image/png', base64, alt: altOf(ctx, overview) }
  } catch (error) {
    ctx.log.error({ error: loggable(error), teams: overview.teams.length }, 'picture.failed')
    return undefined
  }
}

/** The sharpest that is small enough; the smallest where none is. */
async function drawWithin(svg: string): Promise<string> {
  let base64 = ''
  for (const zoom of zooms) {
    base64 = (await drawPng(svg, mapPalette, zoom)).toString('base64')
    if (base64.length <= mostCharacters) break
  }
  return base64
}

function contentOf(ctx: Pick<Context, 'texts'>, { plan, teams }: Overview): MapContent {
  const { texts: t } = ctx
  const { title, columns, legend, moreTeams } = t.overview.picture
  const left = teams.length - mostRows
  return {
    title: title(plan.year),
    columns,
    legend,
    rows: teams
      .slice(0, mostRows)
      .map((team) => ({ label: teamLabel(ctx, team), counts: [...team.quarters, team.undated] })),
    notes: [...(left > 0 ? [moreTeams(left)] : []), ...(plan.sample ? [t.sample] : [])],
  }
}

function altOf(ctx: Pick<Context, 'texts'>, { plan, teams }: Overview): string {
  const { texts: t } = ctx
  const { alt, altRow, moreTeams } = t.overview.picture
  const rows = teams.slice(0, mostRows).map((team) => altRow(teamLabel(ctx, team), ...team.quarters, team.undated))
  const left = teams.length - mostRows
  const end = [...(left > 0 ? [moreTeams(left)] : []), ...(plan.sample ? [t.sample] : [])]
  return alt(plan.year, `${[...rows, ...end].join('; ')}.`)
}
