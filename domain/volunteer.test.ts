import { expect, it } from 'vitest'
import { findDates } from './deadlines.ts'
import { readVolunteer } from './volunteer.ts'

const read = (body: string, today = '2026-05-06', title = '志愿者招募公告') =>
  readVolunteer({ title, body, today, dates: findDates(body, { published: '2026-05-06', zone: 'Asia/Shanghai' }) })

it('reads the fields of a call', () => {
  expect(
    read(
      '主办单位：云溪县图书馆\n服务地点：县图书馆一楼\n招募人数：30人\n服务时间：2026年6月1日至6月30日\n报名截止5月20日\n年龄：18-60周岁\n报名方式：扫码填表',
    ),
  ).toEqual({
    organizer: '云溪县图书馆',
    place: '县图书馆一楼',
    seats: 30,
    starts: '2026-06-01',
    ends: '2026-06-30',
    closes: '2026-05-20',
    age: '18-60周岁',
    signup: '扫码填表',
    status: 'recruiting',
  })
})

it.each([
  ['招募志愿者20名，已报名20人', 'full'],
  ['报名截止5月1日。服务时间：5月2日至5月30日', 'running'],
  ['服务时间：5月1日至5月3日', 'finished'],
  ['报名时间：5月10日至5月20日', 'upcoming'],
  ['本次活动已取消', 'cancelled'],
  ['名额已满', 'full'],
])('says of %s that it is %s', (body, status) => {
  expect(read(body).status).toBe(status)
})

it.each([
  ['招募岗位：语文支教3名、数学支教2名、美术支教1名。', 6],
  ['计划招募志愿者800名，其中医疗志愿者60名。', 800],
  ['招募志愿者20名，要求每组5人。', 20],
])('counts the seats of %s', (body, seats) => {
  expect(read(body).seats).toBe(seats)
})

it.each([
  ['服务时间：5月3日。报名截止5月1日', 'finished'],
  ['服务时间：5月3日起。报名截止5月1日', 'running'],
])('says of a service that began, %s, that it is %s', (body, status) => {
  expect(read(body).status).toBe(status)
})

it('says nothing that the call does not say', () => {
  expect(read('欢迎大家', '2026-05-06', '志愿服务')).toEqual({})
})

it.each([
  [
    'Hosted by: River Friends\nWhere: Pier 4\n30 spots, 12 spots left. Ages 16 and up.',
    { organizer: 'River Friends', place: 'Pier 4', seats: 30, taken: 18, age: 'Ages 16 and up' },
  ],
  ['We are looking for 15 volunteers.', { seats: 15 }],
  ['The event has been canceled.', { status: 'cancelled' }],
  ['All spots are filled.', { status: 'full' }],
])('reads an English call: %s', (body, fields) => {
  expect(read(body, '2026-05-06', 'Volunteers needed')).toMatchObject(fields)
})

it('makes no number of seats out of spots left when the whole is not said', () => {
  expect(read('Only 5 spots left.', '2026-05-06', 'Volunteers needed')).toEqual({ status: 'recruiting' })
})

it.each([
  ['服务期（2026年7月10日—8月20日）', '2026-07-10', '2026-08-20'],
  ['志愿服务期限：7月10日至8月20日', '2026-07-10', '2026-08-20'],
  ['服务期间提供午餐，7月10日前体检', undefined, undefined],
])('%s: when they serve', (body, starts, ends) => {
  const dates = findDates(body, { published: '2026-05-06', zone: 'Asia/Shanghai', call: true })
  const volunteer = readVolunteer({ title: '志愿者招募公告', body, today: '2026-05-06', dates })
  expect([volunteer.starts, volunteer.ends]).toEqual([starts, ends])
})

it('what binds a worker is no date of his notice', () => {
  const body = '服务期限：2026年8月1日至2031年7月31日'
  expect(findDates(body, { published: '2026-05-06', zone: 'Asia/Shanghai' })).toEqual([])
})
