import { expect, it } from 'vitest'
import { findHold } from './hold.ts'

const flags = (...ids: string[]) => ids.map((id) => ({ id, raw: id }))

it.each([
  ['two signs of fraud', flags('fee', 'chat-only'), true, ['fee', 'chat-only']],
  ['one sign of fraud, said twice', flags('fee', 'fee'), false, []],
  ['an age cap', flags('age'), false, []],
  ['an exclusion in a private posting', flags('sex', 'age'), false, ['sex']],
  ['an exclusion in a public call', flags('sex', 'residence'), true, []],
  ['a hijacked copy', flags('hijacked'), true, ['hijacked']],
])('%s', (_name, found, official, held) => {
  expect(findHold(found, official)).toEqual(held)
})
