import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, it } from 'vitest'
import { describeEngine } from '../engine.contract.ts'
import { MEILI_URL, meiliGround, removeTestIndexes } from './testing/ground.ts'

const list = fileURLToPath(new URL('../../../../shared/cases/naughty.jsonl', import.meta.url))
const naughty = existsSync(list)
  ? readFileSync(list, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => (JSON.parse(line) as { text: string }).text)
  : []

if (MEILI_URL === undefined) console.log('engine meilisearch: not run, MEILI_URL is not set')

describe.skipIf(MEILI_URL === undefined)('engine on a Meilisearch server', () => {
  afterAll(removeTestIndexes)
  describeEngine('meilisearch', (town) => meiliGround(town), naughty)
})

it.runIf(MEILI_URL === undefined)('is tried against a real server when MEILI_URL names one', () => undefined)
