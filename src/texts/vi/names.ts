export type Named = { readonly name: string; readonly honorific: string | null }

/** How somebody is addressed: as stored, never guessed. */
export const addressed = ({ name, honorific }: Named): string => (honorific === null ? name : `${honorific} ${name}`)
