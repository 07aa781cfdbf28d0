/** The town's index on the server made anew beside the one that serves, and swapped only when it agrees with the items. */
import { waitingIds } from '../../store/engine-outbox.ts'
import { itemsAfter } from '../../store/items.ts'
import { RebuildRefused, type Refusal } from '../engine.ts'
import { asked, ifThere, succeeded, until } from './client.ts'
import { compareIndex } from './comparing.ts'
import type { MeiliGround } from './ground.ts'
import { applySettings } from './settings-apply.ts'
import { placeDocuments, writeDocuments } from './writing.ts'

const BATCH = 1_000

/** Of the index that is filled beside another. */
export function besideOf(index: string): string {
  return `${index}_next`
}

/**
 * Cut short, the old index serves on, and the next rebuild begins again. What changes meanwhile is to wait in
 * `engine_outbox`. Throws EngineDown, RebuildRefused.
 */
export async function rebuildIndex(ground: MeiliGround, at: Date): Promise<{ items: number; refused: Refusal[] }> {
  const { client } = ground
  const beside: MeiliGround = { ...ground, index: besideOf(ground.index) }
  await dropIndex(beside)
  await applySettings(client, beside.index)
  const filled = await fill(beside, at)
  await refuseWrong(beside, filled.refused)
  await swap(ground, beside)
  await dropIndex(beside)
  return filled
}

async function dropIndex({ client, index }: MeiliGround): Promise<void> {
  if ((await ifThere(client.getRawIndex(index))) !== undefined) await succeeded(client, client.deleteIndex(index))
}

async function fill(beside: MeiliGround, at: Date): Promise<{ items: number; refused: Refusal[] }> {
  const refused: Refusal[] = []
  let [count, after] = [0, 0]
  // While the server takes one batch the next is made ready.
  let writing: Promise<Refusal[]> = Promise.resolve([])
  for (;;) {
    const { items, last } = await itemsAfter(beside.db, after, BATCH)
    const [before, placed] = await Promise.all([writing, placeDocuments(beside, items, at)])
    refused.push(...before)
    if (items.length === 0) return { items: count, refused }
    writing = writeDocuments(beside, beside.index, placed)
    count += placed.filter(({ document }) => document !== undefined).length
    after = last
  }
}

/** What was refused alone, and what changed since, may differ. */
async function refuseWrong(beside: MeiliGround, refused: readonly Refusal[]): Promise<void> {
  const except = new Set([...(await waitingIds(beside.db)), ...refused.map(({ id }) => id)])
  const { problems } = await compareIndex(beside, except)
  if (problems.length === 0) return
  await dropIndex(beside)
  throw new RebuildRefused(`what was filled beside does not agree with the items:\n${problems.join('\n')}`)
}

/**
 * Keys of single indexes may swap them and may not look at the task of it, so it is seen by its effect: an index takes its
 * time of creation along.
 */
async function swap({ client, index }: MeiliGround, beside: MeiliGround): Promise<void> {
  const made = async (name: string) => (await ifThere(client.getRawIndex(name)))?.createdAt
  const wanted = await made(beside.index)
  const rename = (await made(index)) === undefined
  await asked(client.swapIndexes([{ indexes: [beside.index, index], rename }]))
  await until(async () => (await made(index)) === wanted || undefined, `swapping ${beside.index} and ${index}`)
}
