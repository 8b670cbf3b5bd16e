import { SaxesParser } from 'saxes'
import { DocumentRefused } from '../document-refused.ts'
import { decodeText } from '../file-type.ts'

/**
 * What the fields of a part are told to do, wherever they stand: the pieces of an instruction may lie in several runs, and
 * further fields within it.
 */
export function fieldInstructions(part: Uint8Array): readonly string[] {
  const text = decodeText(part) ?? ''
  // Most parts have none, and need not be read once more.
  if (!/instr/iu.test(text)) return []
  const found: string[] = []
  const open: string[] = []
  let within = false
  const parser = new SaxesParser({ xmlns: true, position: false })
  parser.on('error', () => {
    throw new DocumentRefused('broken')
  })
  const add = (words: string) => {
    // Outside of any field it is an instruction by itself.
    if (within) open.length === 0 ? found.push(words) : open.push((open.pop() ?? '') + words)
  }
  parser.on('opentag', ({ local, attributes }) => {
    const said = (name: string) => Object.values(attributes).find((each) => each.local === name)?.value ?? ''
    within = local === 'instrText'
    if (local === 'fldSimple') found.push(said('instr'))
    if (local !== 'fldChar') return
    const type = said('fldCharType')
    if (type === 'begin') open.push('')
    else if (type === 'end') found.push(open.pop() ?? '')
  })
  parser.on('closetag', () => {
    within = false
  })
  parser.on('text', add)
  parser.on('cdata', add)
  const piece = 65_536
  for (let at = 0; at < text.length; at += piece) parser.write(text.slice(at, at + piece))
  parser.close()
  return [...found, ...open].map((words) => words.trim()).filter((words) => words !== '')
}
