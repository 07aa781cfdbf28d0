/**
 * How the words of a group of occupations are written down: those of postings, in simplified script and lower case,
 * split by blanks. What ends a trade's name (工 员 师 师傅 岗) need not be said again.
 */
export interface PositionWords {
  words?: string
  /** Heads of titles that say less than a trade beside them: 水暖维修, 洗碗阿姨. */
  heads?: string
  /** Where one works; decides only where no trade stands: 景区工作人员. */
  places?: string
  /** Words that decide only where nothing else does. */
  weak?: string
}

export const DRIVING = '司机 驾驶员 驾驶 师傅'
export const MACHINE = '司机 驾驶员 操作 操作手 机械手 师傅 手'
export const SELLING = '销售 导购 营业 促销 顾问'

/** Every first part before every last part: 货车 卡车 × 司机 驾驶员. */
export function pairs(firsts: string, lasts: string): string {
  return firsts
    .split(' ')
    .flatMap((first) => lasts.split(' ').map((last) => first + last))
    .join(' ')
}
