import { DocumentRefused } from '../document-refused.ts'
import { fieldInstructions } from './fields.ts'
import { elements, readXml } from './xml.ts'

/** Loaded by Word when somebody opens the file. */
const LOADED = /\/(?:attachedTemplate|oleObject|frame|subDocument|aFChunk|package|control)$/iu
/** Another machine; a template on the writer's own disk (`file:///C:\\...`) is named in many honest files. */
const ELSEWHERE = /^\s*(?!file:)(?:[a-z][a-z\d+.-]+:|[\\/]{2})|^\s*file:(?:[\\/]{2}(?![\\/])|[\\/]{4,})/iu
const CONTROL = /^word\/activeX\//iu
/** A part that another program, or another reader of Word's, opens: nobody looks into it here. */
const EMBEDDED = /\/(?:oleObject|aFChunk)$/iu
/** What stands behind a chart or a table of a workbook: opened at a double click, and without macros. */
const PLAIN_PACKAGE = /\.(?:xlsx|docx|pptx)$/iu
const IN_EMBEDDINGS = /^word\/embeddings\/./iu

/** Starts a program, and with it whatever is written behind it. */
const STARTS = /^DDE(?:AUTO)?\b/iu
/** Fetches words or data; a picture does the same and stays, for pages copied from the web bring many. */
const FETCHES = /^(?:INCLUDETEXT|IMPORT|LINK|DATABASE|RD)\b/iu
/** In an instruction backslashes are doubled. */
const OTHER_MACHINE = /(?:https?|ftp|mhtml|file):\/\/(?!\/)|(?:^|[\s"])\\{2,}(?=[^\\\s"])/iu

/**
 * Refuses controls, which run, fields that start a program, objects of other programs, and what Word loads from elsewhere
 * when somebody opens the file: a template may bring the macros that the file itself does not have. What we hand out is
 * opened by everybody who is asked. Links that people follow themselves, pictures, and charts with their tables stay.
 */
export function refuseActive(names: readonly string[], parts: ReadonlyMap<string, Uint8Array>): void {
  if (names.some((name) => CONTROL.test(name))) throw new DocumentRefused('control')
  if (names.some((name) => IN_EMBEDDINGS.test(name) && !PLAIN_PACKAGE.test(name)))
    throw new DocumentRefused('holds-files')
  for (const [name, part] of parts) {
    if (/\.rels$/iu.test(name)) refuseRelations(part)
    else if (fieldInstructions(part).some(reachesOut)) throw new DocumentRefused('reaches-out')
  }
}

function refuseRelations(part: Uint8Array): void {
  for (const { attributes } of elements(readXml(part))) {
    const { Type: type = '', Target: target = '', TargetMode: mode } = attributes
    if (mode === 'External') {
      if (LOADED.test(type) && ELSEWHERE.test(target)) throw new DocumentRefused('loads-from-elsewhere')
    } else if (EMBEDDED.test(type)) throw new DocumentRefused('holds-files')
    else if (/\/package$/iu.test(type) && !PLAIN_PACKAGE.test(target)) throw new DocumentRefused('holds-files')
    else if (/\/control$/iu.test(type)) throw new DocumentRefused('control')
  }
}

const reachesOut = (instruction: string) =>
  STARTS.test(instruction) || (FETCHES.test(instruction) && OTHER_MACHINE.test(instruction))
