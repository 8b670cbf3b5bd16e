import { fold } from './fold.ts'

/** What is done to a thing of which a work item speaks, before its name: "Triển khai cơ sở dữ liệu …". */
const doing = 'trien khai|xay dung|nang cap|hoan thien|cap nhat|mo rong'
const before = new RegExp(`^(?:du thao|draft|${doing}) `)

/**
 * Whether a title says by itself what kind of thing it is about: "Dự thảo Nghị định về …", "Draft Decree on …",
 * "Triển khai cơ sở dữ liệu …".
 */
export const saysType = (type: string, title: string): boolean => fold(title).replace(before, '').startsWith(fold(type))
