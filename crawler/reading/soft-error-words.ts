/** How errors, log-ins and challenges read, in Chinese and English. Data only. */

type SoftError = 'error' | 'challenge' | 'login'
export type Words = readonly [pattern: RegExp, kind: SoftError]

const CODE = '(?:40[0134]|41[02]|5(?:0[0-4]|21|22))'
const SIGNS = '[\\s\\-–—_|:：,，.。!！?？、·]*'
const MEANING =
  '(?:(?:page |file |document )?not found|forbidden|access denied|unauthorized|bad (?:gateway|request)|gateway time-?out|' +
  '(?:internal )?server error|service (?:temporarily )?unavailable|error(?: page)?|错误(?:页面?|提示)?|页面|頁面|' +
  '(?:您访问的)?(?:页面|网页|頁面|文件)(?:或目录)?(?:不存在|未找到|找不到|走丢了|出错了?)|找不到(?:页面|文件或目录|该页)?|禁止访问)'

/** Titles that no article has, however long the page under them is: stack traces and the default pages of servers. */
export const SURE_TITLES: readonly Words[] = [
  [
    new RegExp(`^${SIGNS}(?:HTTP\\s+)?(?:status|error|错误)?${SIGNS}${CODE}${SIGNS}(?:${MEANING}${SIGNS})*$`, 'i'),
    'error',
  ],
  [
    /^(?:HTTP (?:Status|Error) \d{3}|IIS [\d.]+ .*(?:错误|error)|Server Error in |运行时错误|编译错误|Whoops|Whitelabel Error)/i,
    'error',
  ],
  [
    /^(?:welcome to (?:nginx|openresty|tengine|centos)|IIS Windows|IIS\d|apache\d? .*default page|test page for|没有找到站点|恭喜.{0,3}站点创建成功|index of \/)/i,
    'error',
  ],
  [/^(?:just a moment|attention required|ddos-guard|access denied \||pardon our interruption)/i, 'challenge'],
]

/** What a title must say; pages about such things say more than that. */
export const TITLES: readonly Words[] = [
  [
    new RegExp(
      `^\\W*${CODE}\\b|^.{0,12}${CODE}\\s*(?:错误|頁面|页面|error|not found|forbidden)|${SIGNS}${CODE}(?:${SIGNS}${MEANING})?$`,
      'i',
    ),
    'error',
  ],
  [
    /^(?:页面|頁面|网页|您访问的页面|您要访问的页面|文章|信息|内容)(?:不存在|未找到|找不到|已删除|无法访问|出错|走丢了)/,
    'error',
  ],
  [
    /^(?:出错啦?了?|错误提示|错误页面?|系统错误|系统异常|访问出错|提示信息|系统提示|友情提示|系统维护|网站维护|page not found|not found|error(?: page)?|access denied|forbidden|server error|site (?:closed|maintenance)|under maintenance)[\s!！。.\-_|–].{0,30}$/i,
    'error',
  ],
  [
    /^(?:出错啦?了?|错误提示|错误页面?|系统错误|系统异常|访问出错|提示信息|系统提示|系统维护|网站维护|page not found|not found|error(?: page)?|access denied|forbidden|server error|under maintenance)[\s!！。.]*$/i,
    'error',
  ],
  [
    /(?:安全验证|人机验证|访问验证|滑动验证|滑块验证|身份验证码|安全检查|访问(?:被)?拦截|网站防火墙|security (?:check|verification)|human verification|are you a (?:human|robot)|captcha)/i,
    'challenge',
  ],
  [/^(?:请稍[候等]|验证码|checking|loading|verifying)/i, 'challenge'],
  [
    /^(?:统一身份认证|用户登录|会员登录|系统登录|登录|登陆|login|sign in|log in)[\s_|\-–—].{0,20}$|^(?:.{0,12}(?:统一身份认证|用户登录|会员登录|登录页面?)(?:平台|系统|中心)?|登录|登陆|login|sign in|log in)$/i,
    'login',
  ],
]

const WHAT = '(?:页面|頁面|网页|網頁|信息|文章|内容|資源|资源|地址|栏目|文件|链接|网址|数据|记录)'
const MISSING =
  '(?:不存在|未找到|找不到|没有找到|已经?被?(?:删除|移除|下线|撤销)|无法(?:访问|显示|打开)|已下线|已失效|出错|走丢了)'

/** Plain speech to a reader whose page did not come; believed also among the furniture of a site. */
export const PLAIN_SENTENCES: readonly Words[] = [
  [
    new RegExp(`(?:您|你)(?:所)?(?:要)?(?:访问|请求|查看|浏览|查找|打开|寻找)的?.{0,8}${WHAT}.{0,12}${MISSING}`),
    'error',
  ],
  [new RegExp(`(?:抱歉|对不起|很遗憾|sorry)[^。]{0,16}${WHAT}[^。]{0,12}${MISSING}`, 'i'), 'error'],
  [
    /the (?:requested )?(?:page|resource|file|document|url)[^.]{0,60}(?:not found|(?:could|can) ?not be found|was not found|does not exist|no longer (?:exists|available))/i,
    'error',
  ],
  [
    /(?:page|content) you(?:'re| are)? (?:looking for|requested)[^.]{0,50}(?:exist|found|moved|available|removed)/i,
    'error',
  ],
  [
    /您的(?:访问|请求|操作)[^。]{0,20}(?:被(?:拦截|阻断|拒绝|禁止|限制)|(?:存在|造成)[^。]{0,10}(?:威胁|风险))|(?:拖动|滑动).{0,6}滑块|请完成.{0,12}验证|正在(?:进行)?(?:安全|浏览器|人机)(?:检查|验证|检测)/,
    'challenge',
  ],
  [
    /checking (?:your|the site) (?:browser|connection)|verif(?:y|ying) (?:that )?you are (?:a )?human|unusual traffic|request (?:was|has been) (?:blocked|rejected)|requested url was rejected|you have been blocked|automated (?:requests|queries|access)/i,
    'challenge',
  ],
]

/** Only believed on a page that says little else. */
export const SENTENCES: readonly Words[] = [
  [new RegExp(`${WHAT}${MISSING}`), 'error'],
  [
    /(?:系统|服务器?|网站|站点|网络|程序)(?:内部)?(?:繁忙|错误|异常|出错|维护中|正在(?:维护|升级)|升级中|已关闭|暂停(?:访问|服务)|暂时(?:关闭|无法访问))|数据库(?:连接)?(?:错误|失败|异常)|(?:参数|未知)错误|非法(?:参数|操作)|域名(?:已过期|未备案|正在出售)|没有找到站点/,
    'error',
  ],
  [
    /(?:page|resource|file|document).{0,40}(?:not found|could not be found|does not exist)|internal server error|HTTP (?:Status|Error) (?:4|5)\d\d|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|error establishing a database connection|too many connections|fatal error:|stack ?trace:|(?:uncaught|unhandled) exception|under maintenance|domain (?:is )?for sale/i,
    'error',
  ],
  [
    /(?:enable|turn on|开启|启用|打开).{0,12}(?:javascript|js|cookies?).{0,40}(?:continue|继续|浏览|访问|重试|刷新)|(?:访问|请求|操作)(?:过于|太|太过)频繁|请输入(?:图[中片形上]?.{0,4})?验证码|非法(?:请求|访问)|疑似.{0,6}攻击|(?:网站|web)(?:应用)?防火墙|access denied|too many requests|rate limit/i,
    'challenge',
  ],
  [
    /请(?:您)?(?:先)?(?:登录|登陆)(?:后|再|系统|账号)?|(?:登录|登陆)(?:后(?:再)?(?:查看|访问|浏览)|超时|已过期|状态失效)|(?:please|you must|you need to) (?:log|sign) ?in/i,
    'login',
  ],
]

/** What guards of many makers leave in the pages that they send instead. */
export const GUARD_MARKS =
  /\/cdn-cgi\/challenge-platform|cf[-_]chl|cf-browser-verification|cf-turnstile|acw_sc__v|aliyun_?waf|__jsl_clearance|\$_ts\b|yunsuo_session|safedog|wzws[-_]|_guard\/|guardret|_Incapsula_|sucuri_cloudproxy|ddos-guard|datadome|px-captcha|geetest|TencentCaptcha|AwsWaf|awswaf|hcaptcha|g-recaptcha|\/anti_?bot|slider[-_]?captcha/i

/** Scripts that set a cookie, compute an address, and load the page anew. */
export const MOVING_SCRIPT =
  /document\.cookie\s*=|location\s*(?:\.\s*(?:href|reload|replace|assign)\b|\[|=)|\beval\s*\(|\$_ts\b|\b_0x[0-9a-f]{4,}|String\.fromCharCode|\.submit\s*\(\)/
