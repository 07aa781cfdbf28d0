import { describe, expect, it } from 'vitest'
import { toDocument } from '../document.ts'
import { toMeiliDocument } from '../engines/meili/documents.ts'
import { TEST_NOW, testJob, testTown } from '../testing.ts'
import { EVERY_WORD, MEILI_SETTINGS_WITH_REASONS, SETTING_NAMES } from './meilisearch.ts'

const settings = MEILI_SETTINGS_WITH_REASONS

/** With something in every field. */
const item = testJob(
  'job',
  { title: '会计', education: 'college', pay: { max: 5_000, period: 'month', raw: '' } },
  {
    regions: [{ code: '990101', by: 'name' }],
    categories: ['health'],
    stage: 'open',
    closesAt: '2026-12-01',
    excerpt: '报名',
  },
)
const document = toDocument(item, testTown(), TEST_NOW)
const kept = Object.keys(document ? toMeiliDocument('test', 7, document) : {}).sort()

describe('settings of the search server', () => {
  it.each(SETTING_NAMES)('%s says why it is so, in a sentence', (name) => {
    expect(settings[name].reason).toMatch(/^[A-Z].{20,}\.$/)
  })

  it('name every field of a document and no other', () => {
    const filtered = settings.filterableAttributes.value.flatMap((rule): readonly string[] => rule.attributePatterns)
    const named = new Set(['id', ...filtered, ...settings.searchableAttributes.value])
    expect([...named].sort()).toEqual(kept)
    for (const field of settings.sortableAttributes.value) expect(kept).toContain(field)
  })

  it('show nothing but the key, and let the word that all share make no mistakes', () => {
    expect(settings.displayedAttributes.value).toEqual(['id'])
    expect(settings.typoTolerance.value.disableOnWords).toEqual([EVERY_WORD])
  })
})
