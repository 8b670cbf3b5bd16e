/** The words and signs that stand between two names, and also inside one: "Bộ Kế hoạch và Đầu tư". */
const BETWEEN = /\s*[,;\n]+\s*|\s+(?:và|va|and)\s+/giu
/** Parts of one name, at the most: "Bộ Văn hóa, Thể thao và Du lịch" has three. */
const mostParts = 6

/**
 * The names in a list as somebody typed it, one a line or with commas or "và" between them. Read from the left, the longest
 * that `isName`; what is none is a name of its own up to the next sign.
 */
export function namesInLines(typed: string, isName: (word: string) => boolean): readonly string[] {
  return typed
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .flatMap((line) => (isName(line) ? [line] : namesInLine(partsOf(line), isName)))
}

type Part = { readonly text: string; readonly between: string }

function namesInLine(parts: readonly Part[], isName: (word: string) => boolean): readonly string[] {
  const names: string[] = []
  for (let at = 0; at < parts.length; ) {
    const { word, end } = longest(parts, at, isName)
    names.push(word)
    at = end
  }
  return names
}

/** A typed text cut wherever a name may end, each part with what stood after it. */
function partsOf(text: string): readonly Part[] {
  const cuts = [...text.matchAll(BETWEEN)]
  const ends = [...cuts.map((cut) => cut.index), text.length]
  const starts = [0, ...cuts.map((cut) => cut.index + cut[0].length)]
  return starts
    .map((start, place) => ({ text: text.slice(start, ends[place]), between: cuts[place]?.[0] ?? ', ' }))
    .filter((part) => part.text.trim() !== '')
}

function longest(parts: readonly Part[], at: number, isName: (word: string) => boolean) {
  for (let end = Math.min(parts.length, at + mostParts); end > at + 1; end -= 1) {
    const run = parts.slice(at, end)
    const word = run.map((part, place) => part.text + (place < run.length - 1 ? part.between : '')).join('')
    if (isName(word)) return { word, end }
  }
  return { word: parts[at]?.text ?? '', end: at + 1 }
}
