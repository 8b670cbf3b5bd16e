import { fold } from './fold.ts'

/** Whether a title says by itself what kind of document it is: "Dự thảo Nghị định về …", "Draft Decree on …". */
export const saysType = (type: string, title: string): boolean =>
  fold(title)
    .replace(/^(?:du thao|draft) /, '')
    .startsWith(fold(type))
