import { describeContract } from '../adapters/contract/suite.ts'
import { webPage } from '../adapters/contract/web-page-driver.ts'

describeContract(webPage)
