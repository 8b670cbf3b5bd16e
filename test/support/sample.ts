import { loadSample } from '../../src/imports/sample/load-sample.ts'
import type { Beginning } from './database.ts'

/** 16/06/2020, 09:00 in Hanoi: when the committees of the tests begin. */
export const begun = new Date('2020-06-16T02:00:00Z')

/** The sample committee, as it is loaded then: `openTestDatabase(sample)` copies it, which costs half of loading it anew. */
export const sample: Beginning = { name: 'sample', fill: async (db) => void (await loadSample(db, begun)) }
