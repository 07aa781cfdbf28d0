/**
 * Damage of class E (DOMAIN section 6): a copy site that was taken over, or that mixes texts. Nothing of it can be
 * trusted, so the page is held until the original is found.
 */

const DOUBLED_STOPS = /[,，]\s?[,，。]|。\s?。(?!。)/gu
/** A page of the trade has them by the dozen; a slip of the pen does not. */
const MANY_DOUBLED = 3
const ADULT =
  /成人(?:视频|影院|电影|网站|小说)|色情|黄色(?:视频|网站|片)|无码|有码|一本道|一区二区|久久(?:精品|综合|热)|国产(?:精品|自拍|偷拍)|激情(?:视频|小说|文学)|裸聊|约炮|做爱|性爱|人妻|乱伦|av(?:在线|视频)|亚洲(?:精品|无码|综合)|欧美(?:精品|激情)|免费观看(?:视频|完整版)|在线播放/iu
const HAN = /\p{Script=Han}/u
/** Shorter texts may well not repeat a word of their title. */
const LONG_BODY = 200
const LONG_TITLE = 8

/** The words that gave the page away; undefined for a page that may be trusted. */
export function findHijack({ title, body }: { title: string; body: string }): string | undefined {
  const [first = ''] = body.trimStart().split('\n', 1)
  const adult = ADULT.exec(first.slice(0, 200))
  const doubled = body.match(DOUBLED_STOPS) ?? []
  if (adult && (doubled.length > 0 || isUnrelated(title, body))) return adult[0]
  return doubled.length >= MANY_DOUBLED && isUnrelated(title, body) ? doubled.slice(0, 3).join(' ') : undefined
}

/** No two neighbouring characters of the title stand anywhere in a long body. */
function isUnrelated(title: string, body: string): boolean {
  const characters = [...title].filter((character) => HAN.test(character))
  if (characters.length < LONG_TITLE || body.length < LONG_BODY) return false
  return characters.every((character, at) => at === 0 || !body.includes(`${characters[at - 1]}${character}`))
}
