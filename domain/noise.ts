/**
 * Words of a page that change by themselves: counters of readers, the day on which it is looked at or printed. They are
 * no reason to say that an article was edited.
 */

const COUNTER =
  /(?:浏览|點擊|点击|阅读|閱讀|查看|访问|訪問|人气|views?|hits?|visits?|reads?)(?:次数|次數|人数|量|数|數)?\s*[:：为]?\s*[[(（]?\s*\d[\d,]*\s*[\])）]?\s*次?/giu
const DATE = String.raw`\d{2,4}\s*[-/.年]\s*\d{1,2}\s*[-/.月]\s*\d{1,2}\s*日?(?:\s*\d{1,2}:\d{2}(?::\d{2})?)?`
const PRINTED = new RegExp(
  String.raw`(?:打印|列印|当前|當前|现在|今天|今日|(?:page\s+)?(?:last\s+)?printed(?:\s+on)?|today)(?:日期|时间|時間|是)?\s*[:：]?\s*(?:${DATE}|\d{1,2}\s+\p{L}+\s+\d{4}|\p{L}+\s+\d{1,2},\s*\d{4})(?:\s*(?:星期|周)[一二三四五六日天])?`,
  'giu',
)

/** The text without them; other numbers and dates stay. */
export function withoutNoise(text: string): string {
  return text
    .replace(COUNTER, '')
    .replace(PRINTED, '')
    .replace(/[ \t]+/g, ' ')
}
