/** The app in memory over a crawled town: as the entries wire it, without a port. */
import { VERSION } from '../../bin/settings.ts'
import type { ItemsResponse } from '../../domain/api.ts'
import { render } from '../../web/render.tsx'
import { createApp } from '../../worker/app.ts'
import type { Sample } from './sample-town.ts'

export interface AskApp {
  /** `path` with its query. */
  text(path: string): Promise<string>
  json<Body>(path: string): Promise<Body>
  items(query: Record<string, string>): Promise<ItemsResponse>
  /** Every page of an answer, its items in order. */
  allItems(query: Record<string, string>): Promise<ItemsResponse['items']>
}

export function askApp({ open: { db, engine }, deps: { clock } }: Sample): AskApp {
  const app = createApp({ db, engine, render, now: () => clock.now(), version: VERSION })
  const text = async (path: string) => {
    const answer = await app.request(`http://localhost${path}`)
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
    return answer.text()
  }
  const json = async <Body>(path: string) => JSON.parse(await text(path)) as Body
  const items = (query: Record<string, string>) => json<ItemsResponse>(`/api/v1/items?${new URLSearchParams(query)}`)
  return {
    text,
    json,
    items,
    async allItems(query) {
      const all: ItemsResponse['items'] = []
      for (let cursor: string | undefined = ''; cursor !== undefined; ) {
        const answer: ItemsResponse = await items({ limit: '50', ...query, ...(cursor && { cursor }) })
        all.push(...answer.items)
        cursor = answer.next
      }
      return all
    },
  }
}
