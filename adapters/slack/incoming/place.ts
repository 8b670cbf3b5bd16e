/** Where a typed message is answered. */
export type Place = { readonly channel: string; readonly thread?: string }
