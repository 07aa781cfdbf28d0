import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { townJsonSchema } from './town-schema.ts'

const published = new URL('../docs/town.schema.json', import.meta.url)

it('the published JSON Schema is the one that the loader checks by', () => {
  expect(existsSync(published)).toBe(true)
  expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(townJsonSchema())
})
