import { expect, it } from 'vitest'
import { testGround } from '../../index-config/adapters/node-testing.ts'
import { putTown } from '../../index-config/store/town.ts'
import { TEST_NOW } from '../../index-config/testing.ts'
import { createApp } from '../app.ts'
import { TOWN } from '../testing/town.ts'
import { createStoredTownEngine } from './stored-town-engine.ts'

/** Nothing listens there. */
const meili = { url: 'http://127.0.0.1:1' }

it('an answer that D1 gave in the place of the search server is kept by nobody', async () => {
  const { db } = await testGround()
  await putTown(db, TOWN)
  const deps = { db, now: () => TEST_NOW, render: () => '', version: '1' }
  const head = async (engine: ReturnType<typeof createStoredTownEngine>) => {
    const { status, headers } = await createApp({ ...deps, engine }).request('http://asked.example/api/v1/items')
    return { status, control: headers.get('Cache-Control'), tag: headers.get('ETag') }
  }
  const paired = createStoredTownEngine(db, { facetLimit: 1_000, meili })
  expect(await head(paired)).toEqual({ status: 200, control: 'no-store', tag: null })
  const alone = createStoredTownEngine(db, { facetLimit: 1_000 })
  expect(await head(alone)).toMatchObject({ status: 200, tag: expect.any(String) })
})
