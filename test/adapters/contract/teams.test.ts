import { describeContract } from './suite.ts'
import { teams } from './teams-driver.ts'

describeContract(teams)
