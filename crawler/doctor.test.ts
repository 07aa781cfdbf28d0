import { beforeAll, describe, expect, it } from 'vitest'
import type { SourceHealth } from '../domain/api.ts'
import type { Town } from '../domain/town.ts'
import { diagnose } from './doctor.ts'
import { loadTown } from './town-folder.ts'

let datong: Town
beforeAll(async () => {
  datong = await loadTown('datong')
})

const turnOn = (slug: string, change: object = {}): Town => ({
  ...datong,
  sources: datong.sources.map((source) => (source.slug === slug ? { ...source, enabled: true, ...change } : source)),
})
const of = (town: Town, about: string, health: SourceHealth[] = [], contact?: string) =>
  diagnose({ town, health, contact }).filter((finding) => finding.about === about)

describe('doctor', () => {
  it('says of every source of Datong that it is off, and why', () => {
    const findings = diagnose({ town: datong, health: [] }).filter(({ about }) => about !== 'town')
    expect(findings).toHaveLength(datong.sources.length)
    for (const { level, message } of findings) {
      expect(level).toBe('off')
      expect(message.length).toBeGreaterThan(20)
    }
    expect(of(datong, 'yungang-gov')[0]?.message).toMatch(/^blocked: .*signs/)
    expect(of(datong, 'dtnews')[0]?.message).toMatch(/address seen/)
    expect(of(datong, 'xinrong-gov')[0]?.message).toMatch(/unverified/)
  })

  it('asks for a contact once a public source is on, and not before', () => {
    expect(of(datong, 'town').some(({ level }) => level === 'broken')).toBe(false)
    expect(of(turnOn('dtnews'), 'town').find(({ level }) => level === 'broken')?.message).toMatch(/GULOU_CONTACT/)
    expect(of(turnOn('dtnews'), 'town', [], 'mailto:a@b.example').some(({ level }) => level === 'broken')).toBe(false)
  })

  it('a source that refuses crawlers stays off even when its file says on', () => {
    expect(of(turnOn('yungang-gov'), 'yungang-gov')[0]?.level).toBe('off')
  })

  it('names plain http where it is not allowed, and a source without a list', () => {
    expect(of(turnOn('dt-gov', { allowHttp: false }), 'dt-gov')[0]).toMatchObject({
      level: 'broken',
      message: expect.stringMatching(/plain http/),
    })
    expect(of(turnOn('dt-gov', { lists: [] }), 'dt-gov')[0]).toMatchObject({
      level: 'broken',
      message: expect.stringMatching(/no list/),
    })
  })

  it('shows a source that has fallen silent, with its last error', () => {
    const health: SourceHealth[] = [
      {
        slug: 'dtnews',
        names: {},
        home: '',
        region: '140200',
        official: false,
        state: 'silent',
        lastOkAt: '2026-01-01T00:00:00.000Z',
        lastError: 'timeout',
        items: 7,
      },
    ]
    expect(of(turnOn('dtnews'), 'dtnews', health)[0]).toEqual({
      level: 'attention',
      about: 'dtnews',
      message: 'silent: 7 items, last good 2026-01-01T00:00:00.000Z, last error: timeout',
    })
  })
})

describe('doctor looks at files and database', () => {
  it('calls a source broken whose file is wrong, with file, line and what to write', () => {
    const problems = [
      { file: 'sources/lib.json', line: 7, column: 3, at: 'region', message: 'no region 99', advice: 'write 01' },
    ]
    const findings = diagnose({ town: datong, health: [], refused: [{ slug: 'lib', problems }] })
    expect(findings.find(({ about }) => about === 'lib')).toEqual({
      level: 'broken',
      about: 'lib',
      message: 'sources/lib.json:7:3: region: no region 99; write 01',
    })
  })

  it('says which migrations the database lacks, and nothing when it lacks none', () => {
    const findings = diagnose({ town: datong, health: [], pending: ['0002_takedown.sql'] })
    expect(findings.find(({ about }) => about === 'database')?.message).toMatch(/0002_takedown\.sql.*gulou db migrate/)
    expect(diagnose({ town: datong, health: [] }).some(({ about }) => about === 'database')).toBe(false)
  })
})
