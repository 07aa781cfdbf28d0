import { describe } from 'vitest'
import { testGround } from './adapters/node-testing.ts'
import { mergeContract } from './merge.contract.ts'

describe('merging on node:sqlite', () => mergeContract(testGround))
