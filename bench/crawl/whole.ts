/** The same with understanding: kind, regions, dates, jobs and flags of every article. */
import { understand } from '../../domain/understand.ts'
import { crawlPages } from './product.ts'
import { measure } from './variant.ts'

await measure((orders) => crawlPages(orders, understand))
