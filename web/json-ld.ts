/** Structured data of an item page (schema.org), as far as the source said it. */
import type { ItemResponse } from '../domain/api.ts'
import type { Job, PayPeriod } from '../domain/item.ts'
import { hasSafeScheme } from '../domain/urls.ts'
import type { PageContext } from './page-context.ts'

type Thing = Record<string, unknown>

/** Undefined where none may be made: results, closed calls and lists of people are no openings and no news to spread. */
export function jsonLdOf(item: ItemResponse, page: PageContext): Thing | undefined {
  if (item.type === 'names') return undefined
  if (item.kind === 'news') return newsArticle(item)
  if (item.kind === 'volunteer') return item.volunteer?.starts ? event(item, page) : undefined
  return item.job && item.type === 'position' && item.open === true ? jobPosting(item, item.job, page) : undefined
}

/** JSON that cannot end the script element it stands in, nor break a line of script. */
export function escapeJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (mark) => `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
}

function newsArticle(item: ItemResponse): Thing {
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: item.title,
    abstract: item.excerpt || undefined,
    datePublished: item.publishedAt,
    publisher: organisation(item.publisher),
    author: item.author ? { '@type': 'Person', name: item.author } : undefined,
    ...original(item),
  }
}

function jobPosting(item: ItemResponse, job: Job, page: PageContext): Thing {
  const region = job.region ?? item.regions[0]?.code
  return {
    '@context': 'https://schema.org',
    '@type': 'JobPosting',
    title: job.title,
    description: item.body || item.excerpt || item.title,
    datePosted: item.publishedAt,
    validThrough: item.closesAt,
    hiringOrganization: organisation(job.employer ?? item.publisher),
    jobLocation: {
      '@type': 'Place',
      address: {
        '@type': 'PostalAddress',
        streetAddress: job.place,
        addressLocality: region && page.regionName(region),
      },
    },
    baseSalary: salary(job, page.frame.town.currency),
    totalJobOpenings: job.headcount,
    occupationalCategory: job.position?.split('-', 1)[0],
    directApply: false,
    ...original(item),
  }
}

const UNITS: Partial<Record<PayPeriod, string>> = {
  hour: 'HOUR',
  day: 'DAY',
  week: 'WEEK',
  month: 'MONTH',
  year: 'YEAR',
}
function salary({ pay }: Job, currency: string): Thing | undefined {
  const unitText = pay?.period && UNITS[pay.period]
  if (!pay || !unitText || (pay.min === undefined && pay.max === undefined)) return undefined
  const value = { '@type': 'QuantitativeValue', minValue: pay.min, maxValue: pay.max, unitText }
  return { '@type': 'MonetaryAmount', currency: pay.currency ?? currency, value }
}

function event(item: ItemResponse, page: PageContext): Thing {
  const { volunteer: call, regions, publisher } = item
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: item.title,
    description: item.excerpt || undefined,
    startDate: call?.starts,
    endDate: call?.ends,
    location: {
      '@type': 'Place',
      name: call?.place ?? (regions[0] ? page.regionName(regions[0].code) : page.townName),
    },
    organizer: organisation(call?.organizer ?? publisher),
    maximumAttendeeCapacity: call?.seats,
    ...original(item),
  }
}

const organisation = (name: string): Thing => ({ '@type': 'Organization', name })
const original = ({ url }: ItemResponse): Thing => (hasSafeScheme(url) ? { url, isBasedOn: url } : {})
