import { testGround } from './adapters/node-testing.ts'
import { rebuildContract } from './rebuild.contract.ts'

rebuildContract(testGround)
