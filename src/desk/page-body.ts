import type { Page } from '../contract/page.ts'

/** A page without where it is, which its reader was told. */
export type PageBody = Omit<Page, 'place'>
