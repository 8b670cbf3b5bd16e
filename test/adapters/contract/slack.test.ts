import { slack } from './slack-driver.ts'
import { describeContract } from './suite.ts'

describeContract(slack)
