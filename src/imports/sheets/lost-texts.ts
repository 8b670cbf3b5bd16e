/**
 * The first cell of a worksheet's XML that stands for a text which the workbook does not have (`t="s"` with a number that
 * is none of `texts`, or without one), by its address, else by its place. Such a cell would be read as empty, or as the
 * first text of all.
 */
export function findLostText(worksheet: string, texts: number): string | undefined {
  let place = 0
  for (const [, , attributes = '', , inner = ''] of worksheet.matchAll(cells)) {
    place += 1
    if (!/\st=["']s["']/.test(attributes)) continue
    const [, number = ''] = /<(?:\w+:)?v(?:\s[^>]*)?>([^<]*)</.exec(inner) ?? []
    if (/^\s*\d+\s*$/.test(number) && Number(number) < texts) continue
    return /\sr=["']([A-Z]+\d+)["']/.exec(attributes)?.[1] ?? `no. ${place} of the sheet`
  }
  return undefined
}

const cells = /<((?:\w+:)?)c((?:\s[^>]*?)?)(\/>|>([\s\S]*?)<\/\1c>)/g

/** How many texts the part of a workbook has in which they stand once for all cells; undefined where it is another part. */
export function countTexts(part: string): number | undefined {
  if (!/<(?:\w+:)?sst[\s>/]/.test(part)) return undefined
  return part.match(/<(?:\w+:)?si[\s>/]/g)?.length ?? 0
}
