/** Lines that say something of the page or the site and nothing of the matter. */

/** Lines of their own, wherever they stand. */
const NOISE: readonly RegExp[] = [
  /^(?:浏览|点击|阅读|访问|查看|浏览量|访问量|阅读量|点击数|人气|评论数?)(?:次数|量|数|率)?\s*[:：]\s*[\d次]*$/,
  // A code to register by is part of a notice.
  /^(?!.*(?:报名|报考|填写|登记|申请|预约|咨询|参加|参与|提交|缴费|进群|入群|报到))(?:扫一扫|微信扫|扫描二维码|用微信扫|打开微信|微信扫码|长按).{0,40}$/,
  /^(?:分享到|分享至|分享让更多)\s*[:：]?.{0,30}$/,
  /^(?:上一篇|下一篇|上一条|下一条|上一页|下一页|前一篇|后一篇|上篇|下篇)\s*[:：].{0,80}$/,
  /^(?:发布|发表)(?:时间|日期)\s*[:：].{0,60}(?:来源|浏览|点击|字体|字号|作者).*$/,
  /^【?(?:字体|字号)\s*[:：]?.{0,20}】?.{0,12}$/,
  /^(?:您)?(?:现在|當前|当前|所在|目前)?(?:的)?(?:所在)?位置\s*[:：>].{0,100}$/,
  /^#PAGE_BREAK#$/,
  /^(?:首页\s*)?(?:上一页\s*)?[\d\s.…]*(?:下一页|下页)(?:\s*(?:尾页|末页))?$/,
  // How e-papers mark the end of a piece.
  /^[~～]{3,}$/,
  /^(?:\+1|TOP|T\|T|A\+ ?A-?|\d+ ?跟贴|跟贴 ?\d*|参与 ?\d*)$/i,
  /^(?:advert|advertisement|comments?|tell us what you think\.*|leggi anche|hide caption|advertisement - (?:continue|scroll).{0,40}|ad|sponsored|share(?: (?:this|on|via).{0,30})?|tweet|e-?mail|print|save|facebook|twitter|whatsapp|pinterest|linkedin|reddit|flipboard|copy link|view (?:all )?comments|\d+ comments?|skip to (?:main )?content|skip advertisement|story continues below.{0,40}|continue reading(?: below)?|(?:image|photo) \d+ of \d+|loading\.{0,3}|close|menu|anzeige|werbung|publicidad|publicité|pubblicità|реклама|広告|광고|media playback is (?:un)?supported.{0,40}|this slideshow requires javascript\.?|(?:please )?enable javascript.{0,60}|\d of \d+)$/i,
]
const LONGEST_NOISE = 120

export function isNoise(line: string): boolean {
  return (
    line.length <= LONGEST_NOISE &&
    (isToolLine(line) || isShareLine(line) || NOISE.some((pattern) => pattern.test(line)))
  )
}

/** Buttons of a page, longer names before shorter ones. */
const TOOLS = new RegExp(
  [
    '文字大小|字号|字體|字体|打 ?印(?:本页|此页|文章|网页)?|列印|关闭(?:窗口|本页)?|分享(?:到|至)?|我要(?:分享|纠错|反馈)|转发|收藏(?:本页|网站)?|扫一扫|返回顶部|回到顶部|返回',
    '[上下]一[篇条页]|纠错|点赞|赞|评论|微信好友|微信|新浪微博|腾讯微博|微博|朋友圈|Qzone|QQ空间|QQ好友|QQ|换一换|相关搜索|更多|举报|订阅|TOP|听新闻|听全文|语音(?:播报|朗读)|原创',
  ].join('|'),
  'g',
)
/** What stands between buttons, and the sizes of letters. */
const BETWEEN = /[\s\p{P}\p{S}大中小AaTt]+/gu
const LONGEST_TOOLS = 60

/** Nothing but buttons. */
function isToolLine(line: string): boolean {
  if (line.length > LONGEST_TOOLS || line.search(TOOLS) < 0) return false
  return (
    line
      .replace(/\d{1,2}:\d{2}/g, '')
      .replace(TOOLS, '')
      .replace(BETWEEN, '') === ''
  )
}

const SERVICES =
  /(?:facebook|twitter|whatsapp|telegram|pinterest|linkedin|reddit|tumblr|pocket|e-?mail|print|line|qq|weibo|微博|微信|朋友圈|qq空间)/gi
const FEWEST_SERVICES = 2

/** Names of services to share by, and hardly a word more. */
export function isShareLine(line: string): boolean {
  if (line.length > LONGEST_TOOLS) return false
  const rest = line.replace(SERVICES, '').replace(/[^\p{L}]/gu, '')
  return (line.match(SERVICES)?.length ?? 0) >= FEWEST_SERVICES && rest.length <= 12
}

const SITE_NOTE =
  /版权所有|版權所有|[\p{sc=Han}\w]{0,2}ICP备|公网安备|copyright\s*(?:©|\(c\)|\d)|all rights reserved|©\s*(?:19|20)\d\d|关于我们|联系我们|网站地图|主办单位|技术支持|(?:广告|讀者|读者|新闻|新聞|服务|举报|客服|订阅)(?:热线|熱線|电话|電話)\s*[:：]?\s*(?:[\p{sc=Han}]{0,3}[:：]?\s*)?\d|建议使用.{0,12}浏览器|^(?:免责声明|版权声明|法律声明)|本(?:网|网站|站|平台).{0,60}(?:不承担|概不负责|不负责|不代表|仅供参考)|(?:风险自担|文责自负)[。！]?$/iu

/** What the foot of a page says of the site. */
export function isSiteNote(line: string): boolean {
  return line.length <= 400 && SITE_NOTE.test(line)
}

/** Text may go on after these. */
const MORE = headingOf(
  '推荐阅读|相关阅读|相关新闻|相关报道|相关文章|相关链接|延伸阅读|热门信息|热点推荐|最新评论|网友评论|更多新闻|阅读下一篇|热帖|热门评论|精彩推荐|' +
    'related (?:articles|stories|news|posts|content|links|topics)|read (?:more|next)|more from.{0,20}|most (?:read|popular)|trending(?: now)?|want more.{0,40}|don.t miss|top stories|comments|leave a (?:comment|reply).{0,10}|post a comment|' +
    '関連(?:記事|リンク|ニュース)|관련 ?(?:기사|뉴스)|mehr zum thema|weitere (?:artikel|meldungen|themen)|ähnliche (?:artikel|beiträge)|auch interessant|leia (?:também|mais)|veja (?:também|mais)|notícias relacionadas|noticias relacionadas|lire aussi|à lire (?:aussi|également)|sur le même (?:sujet|thème)|articles (?:liés|similaires)|articoli correlati|lees ook|zobacz (?:też|także|również)|czytaj (?:też|także|również)|читайте также|похожие (?:статьи|записи|новости)|(?:материалы )?по теме',
)

/** What follows these was chosen for the reader. */
const CHOSEN = headingOf(
  '为您推荐|为你推荐|相关推荐|猜您喜欢|猜你喜欢|大家都在看|您可能感兴趣的.{0,6}|你可能感兴趣的.{0,6}|你可能会喜欢|你可能也喜欢|热门推荐|热门视频|' +
    'you (?:may|might)(?: also)? (?:like|enjoy|be interested).{0,6}|recommended(?: for you)?|das könnte (?:sie|dich|ihnen|dir)(?: auch)? (?:interessieren|gefallen).{0,4}|(?:también )?te puede (?:interesar|gustar)|você (?:também )?pode gostar.{0,4}|talvez você goste.{0,4}|vous aimerez(?: aussi)?|(?:ti )?potrebbe(?:ro)? interessarti.{0,6}|あわせて読みたい|おすすめ(?:記事)?|추천 ?기사',
)

function headingOf(words: string): RegExp {
  return new RegExp(`^[\\s【[(（]*(?:${words})[\\s】\\])）:：.…]*$`, 'i')
}

/** Heads a list of other articles, or of what readers say. */
export function isMoreHeading(line: string): boolean {
  return line.length <= 60 && (MORE.test(line) || CHOSEN.test(line))
}

/** The same where no text of the article comes after, or only in boxes of its own. */
export function isChosenHeading(line: string): boolean {
  return line.length <= 60 && CHOSEN.test(line)
}

const COMMENTS =
  /^[\s【[(（]*(?:(?:最热|热门|最新|网友|全部|精彩|精选|用户|所有)(?:评论|評論|跟贴|留言)|(?:评论|評論|留言|跟贴)\s*[(（]\s*\d+\s*[)）]|\d+\s*条评论|(?:我要|发表|發表|网友)(?:跟帖|跟贴|评论|評論)|comments?\s*\(\d+\)|\d+ (?:comments|responses|replies)\b.{0,20})(?:\s*\d+\s*条?|\s*刷新)?[\s】\])）:：]*$/i

/** Heads what readers say. */
export function isCommentHeading(line: string): boolean {
  return line.length <= 40 && COMMENTS.test(line)
}
