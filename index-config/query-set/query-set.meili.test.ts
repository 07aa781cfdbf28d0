import { afterAll, describe, it } from 'vitest'
import { MEILI_URL, meiliGround, removeTestIndexes } from '../engines/meili/testing/ground.ts'
import { querySetContract } from './query-set.contract.ts'
import { realTextContract } from './real-text.contract.ts'
import { pageBodies } from './testing/shared-texts.ts'

if (MEILI_URL === undefined) console.log('query set, Meilisearch: not run, MEILI_URL is not set')

describe.skipIf(MEILI_URL === undefined)('on a Meilisearch server', () => {
  afterAll(removeTestIndexes)
  querySetContract('Meilisearch', (town) => meiliGround(town))
  realTextContract('Meilisearch', (town) => meiliGround(town), pageBodies())
})

it.runIf(MEILI_URL === undefined)('is asked of a real server when MEILI_URL names one', () => undefined)
