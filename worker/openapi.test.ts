import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { QUERY_NAMES } from '../domain/query-string.ts'
import { migrate, openSqlite } from '../index-config/adapters/node-sqlite.ts'
import { openHouse } from './testing/house.ts'

interface Operation {
  parameters?: { name: string; in: string; required?: boolean }[]
  responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>
}
interface Document {
  openapi: string
  info: { version: string }
  servers: { url: string }[]
  paths: Record<string, { get: Operation }>
  components: { schemas: Record<string, unknown> }
}

describe('the OpenAPI document', () => {
  let document: Document
  beforeAll(async () => {
    const db = openSqlite(':memory:')
    await migrate(db, fileURLToPath(new URL('../index-config/migrations', import.meta.url)))
    document = await (await openHouse(db, () => '')).json<Document>('/openapi.json')
  })

  it('is 3.1 and tells every route of the API', () => {
    expect([document.openapi, document.info.version]).toEqual(['3.1.0', '1.2.3'])
    expect(document.servers).toEqual([{ url: 'https://news.example' }])
    const names = [
      'items',
      'items/{id}',
      'popular',
      'regions',
      'categories',
      'positions',
      'sources',
      'stats',
      'suggest',
    ]
    expect(Object.keys(document.paths).sort()).toEqual(names.map((name) => `/api/v1/${name}`).sort())
  })

  it('tells every parameter that is read, and none as required', () => {
    const parameters = document.paths['/api/v1/items']?.get.parameters ?? []
    expect(parameters.map(({ name }) => name).sort()).toEqual([...QUERY_NAMES, 'state'].sort())
    expect(parameters.filter(({ required }) => required)).toEqual([])
  })

  it('describes every answer, and points nowhere that does not exist', () => {
    const text = JSON.stringify(document)
    for (const [, name = ''] of text.matchAll(/"#\/components\/schemas\/(\w+)"/g))
      expect(Object.keys(document.components.schemas)).toContain(name)
    for (const { get } of Object.values(document.paths))
      expect(get.responses['200']?.content).toHaveProperty('application/json')
    expect(document.paths['/api/v1/items/{id}']?.get.responses).toHaveProperty('410')
  })
})
