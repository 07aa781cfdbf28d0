import { describe, expect, it } from 'vitest'
import { maskHtml } from './html-masks.ts'

/** Invented; the check digit is right. */
const VALID_ID = '990201190001010013'
const MOBILE = '13900000000'

describe('in HTML', () => {
  const gone = (html: string, options = { contacts: true, call: true }) => maskHtml(html, options)

  it('sees a number over a break, and one with a digit in every cell, and keeps every tag', () => {
    expect(gone(`<p>身份证${VALID_ID.slice(0, 6)}<br>${VALID_ID.slice(6)}</p>`)).toMatch(/^<p>身份证[\d*]+<br><\/p>$/u)
    const cells = `<table><tr><td>证号</td><td>${[...VALID_ID].join('</td><td>')}</td></tr></table>`
    const masked = gone(cells)
    expect(masked.match(/<td>/gu)).toHaveLength(19)
    expect(masked.replace(/<[^>]*>/gu, '')).toBe('证号990********')
    expect(gone('<table><tr><td>1</td><td>3</td><td>9</td></tr></table>')).toContain('<td>9</td>')
  })

  it.each([
    ['a private mobile', `<p>个人求职<a href="tel:${MOBILE}">打给我</a></p>`],
    ['one in single quotes', `<p>个人求职<a href='sms:${MOBILE}'>打给我</a></p>`],
    ['one without quotes', `<p>个人求职<a href=tel:+86${MOBILE}>打给我</a></p>`],
    ['one behind percent signs', `<p>本人<a href="tel:%31${MOBILE.slice(1)}">打给我</a></p>`],
    ['private mail', '<p>本人<a href="mailto:someone@qq.com?subject=a">写信</a></p>'],
  ])('a link to %s loses its target', (_name, html) => {
    expect(gone(html)).not.toMatch(/href|0000|someone/u)
    expect(gone(html)).toMatch(/<a>.{2,3}<\/a>/u)
  })

  it.each([
    `<p>咨询电话：<a href="tel:${MOBILE}">${MOBILE}</a></p>`,
    `<p><a href="tel:${MOBILE}">报名咨询电话</a></p>`,
    '<p><a href="tel:0999-5550123">打电话</a></p>',
    `<p><a href="https://a.example/${VALID_ID}.pdf">附件</a></p>`,
  ])('%s keeps its target', (html) => {
    expect(gone(html)).toBe(html)
  })
})
