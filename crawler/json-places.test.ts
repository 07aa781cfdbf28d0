import { expect, it } from 'vitest'
import { JsonError, parsePlacedJson } from './json-places.ts'

const TEXT = '{\n  "slug": "hall",\n  "lists": [\n    { "url": "a" },\n    { "url": "b", "colour": 1 }\n  ]\n}\n'

it.each([
  [['slug'], 'value', 2, 11],
  [['slug'], 'key', 2, 3],
  [['lists', 1, 'url'], 'value', 5, 14],
  [['lists', 1, 'colour'], 'key', 5, 19],
  [['lists', 1, 'gone'], 'value', 5, 5],
  [[], 'value', 1, 1],
] as const)('%j as a %s stands at %i:%i', (path, what, line, column) => {
  expect(parsePlacedJson(TEXT).placeOf(path, what)).toEqual({ line, column })
})

it.each([
  ['a comma too many', '{\n  "a": 1,\n}', 3, 1],
  ['a value left out', '{\n  "a": \n}', 3, 1],
  ['a string without its end', '{\n  "a": "b\n}', 2, 10],
  ['a comment', '{\n  // why\n}', 2, 3],
  ['an end too soon', '[1,\n2', 2, 2],
  ['nothing at all', '', 1, 1],
])('%s is no JSON, and its place is told', (_, text, line, column) => {
  try {
    parsePlacedJson(text)
    expect.unreachable()
  } catch (error) {
    expect(error).toBeInstanceOf(JsonError)
    expect((error as JsonError).place).toEqual({ line, column })
  }
})
