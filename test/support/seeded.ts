import fc from 'fast-check'
import { seed } from './seed.ts'

// Runs beside every file of tests. A property that fails names the seed.
fc.configureGlobal({ seed })
