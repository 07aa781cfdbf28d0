/** F7: labels found for the heads of pages, and every pair of bytes of two tables. */
import { runSuite } from '../fetch/testing/suite.ts'
import { decodeBytes } from './charset.ts'
import { declaredEncodings } from './declared.ts'

runSuite<{ bytes_base64: string; expected_label: string }>({
  name: 'charset',
  cases: 41,
  nameOf: ({ bytes_base64 }) => bytes_base64,
  check({ bytes_base64, expected_label }) {
    const [found = 'windows-1252'] = declaredEncodings(Buffer.from(bytes_base64, 'base64'))
    return found === expected_label ? undefined : found
  },
})

for (const [name, cases] of [
  ['gb18030', 1_000],
  ['big5', 981],
] as const)
  runSuite<{ bytes_hex: string; text: string }>({
    name,
    cases,
    nameOf: ({ bytes_hex }) => bytes_hex,
    check({ bytes_hex, text }) {
      const read = decodeBytes(Buffer.from(bytes_hex, 'hex'), name)
      return read === text ? undefined : read
    },
  })
