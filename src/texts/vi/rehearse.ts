/** What people read of this in Vietnamese, the source. */
export const rehearseTexts = {}
