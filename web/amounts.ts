/** Pay as a job seeker reads it. Figures come from the source; nothing is converted between periods. */
import type { Education, Pay } from '../domain/item.ts'
import type { Translate } from './translate.ts'

/** `¥3,000–5,000/月 · 每年 13 薪`; the source's own words when they hold no figure. */
export function payText(pay: Pay, currency: string, t: Translate): string {
  const figures = amountText(pay, pay.currency ?? currency, t)
  if (figures === undefined) return pay.negotiable ? t('pay.negotiable') : pay.raw
  const amount = pay.period ? t('pay.per', { amount: figures, period: t.word('period', pay.period) }) : figures
  return pay.monthsPerYear ? `${amount} · ${t('pay.months', { n: pay.monthsPerYear })}` : amount
}

function amountText({ min, max }: Pay, currency: string, t: Translate): string | undefined {
  const money = moneyFormat(t.language, currency)
  if (min !== undefined && max !== undefined) return min === max ? money.format(min) : money.formatRange(min, max)
  if (min !== undefined) return t('pay.from', { amount: money.format(min) })
  return max === undefined ? undefined : t('pay.upTo', { amount: money.format(max) })
}

function moneyFormat(language: string, currency: string): Intl.NumberFormat {
  const options = { maximumFractionDigits: 2, minimumFractionDigits: 0, currencyDisplay: 'narrowSymbol' } as const
  try {
    return new Intl.NumberFormat(language, { style: 'currency', currency, ...options })
  } catch (error) {
    // A currency that is no ISO 4217 code came from a page; its figures are still worth showing.
    if (error instanceof RangeError) return new Intl.NumberFormat(language)
    throw error
  }
}

/** `大专及以上`; `学历不限` when the source says so; a doctorate has nothing above it. */
export function educationText(education: Education, t: Translate): string {
  const level = t.word('education', education)
  return education === 'none' || education === 'doctor' ? level : t('education.atLeast', { level })
}
