import { describeContract } from './suite.ts'
import { web } from './web-driver.ts'

describeContract(web)
