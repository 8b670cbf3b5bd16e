/** Trimmed and in NFC: a name typed on a Mac (NFD) and one typed on Windows are the same name. */
export const tidy = (cell: string) => cell.normalize('NFC').trim()

/** The signs that nobody sees: zero-width ones and the soft hyphen. What is called by a name with one looks the same. */
export const withoutUnseen = (text: string) => text.replace(/\p{Default_Ignorable_Code_Point}/gu, '')
