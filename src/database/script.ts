/*
 * How several statements travel as one text to the connection that runs them in one transaction: `kept-statements.ts`.
 * Only SQL of `statements.ts` is written so; its values are always parameters, so that neither mark nor question mark
 * can stand within a statement.
 */
export const scriptStart = '/* in one transaction */ '
export const scriptBreak = ';\n'

/** The statements of a script; undefined for the text of a single statement. */
export function scriptOf(text: string): readonly string[] | undefined {
  return text.startsWith(scriptStart) ? text.slice(scriptStart.length).split(scriptBreak) : undefined
}

/** How many values a statement of a script takes. */
export const valuesTaken = (statement: string): number => statement.split('?').length - 1
