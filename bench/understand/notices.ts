/** Made-up notices, calls and reports of one length, each with a wording of its own. */
import type { Article } from '../../domain/page.ts'

/** UTF-16 units of a body. */
export const LENGTH = 2_000

const TITLES = [
  '某区人民医院2026年公开招聘工作人员公告',
  '某县社区志愿服务活动志愿者招募公告',
  '我市召开重点项目推进会',
  '某物业公司招聘保安保洁启事',
  '关于某路段封闭施工的通告',
  '某中学面向社会招聘教师公告',
]

const SENTENCES = [
  '因工作需要，现面向社会公开招聘工作人员12名，有关事项公告如下。',
  '岗位名称：维修电工\n招聘人数：3名\n薪酬待遇：3500-4500元/月，缴纳五险一金',
  '要求大专及以上学历，年龄在35周岁以下（1991年5月11日以后出生），身体健康。',
  '报名时间：2026年5月11日9:00至5月15日17:30，逾期不予受理。',
  '缴费时间为5月12日至5月17日，准考证打印时间为5月26日至5月29日。',
  '笔试定于2026年5月30日上午9:00举行，面试时间另行通知。',
  '咨询电话：0352-5550000，监督电话：0352-5550001，报名邮箱：zhaopin@example.com。',
  '志愿者须年满18周岁，服务时间为6月1日至6月10日，提供工作餐和保险。',
  '会议强调，要抓好项目建设，优化营商环境，推动经济社会高质量发展。',
  '据了解，该项目总投资3.2亿元，占地约120亩，建成后可带动就业300余人。',
  '连日来，交警部门加大巡逻力度，对超员超载、疲劳驾驶等行为进行整治。',
  '社区工作人员走进居民家中，了解老年人的生活情况，送去米面油等慰问品。',
  '本次招聘不收取任何费用，谨防以招聘名义收取押金、培训费的骗局。',
  '保洁员2名，女性优先，月工资2600元；司机1名，持B2以上驾驶证，月薪5000元。',
  '图书馆周末延长开放时间，读者可凭身份证办理借阅手续，每人限借五册。',
  '文物部门对古城墙进行修缮，预计年底前完工，届时将免费向市民开放。',
]

/** The next sentence is chosen by a walk that never ends where it began, so that no two texts are alike. */
function bodyOf(seed: number): string {
  let body = ''
  for (let at = seed, step = 1; body.length < LENGTH; at += step, step += 1) {
    body += `${SENTENCES[at % SENTENCES.length]}${step % 3 === 0 ? '\n' : ''}`
  }
  return body.slice(0, LENGTH)
}

export function noticesOf(count: number): Article[] {
  return Array.from({ length: count }, (_, seed) => {
    const body = bodyOf(seed)
    return {
      url: `https://www.example.com/notices/${seed}.html`,
      title: TITLES[seed % TITLES.length] ?? '',
      body,
      bodyHtml: `<p>${body.replaceAll('\n', '</p><p>')}</p>`,
      publishedAt: '2026-05-06',
      images: [],
      attachments: [],
      tables: [],
      evidence: {},
    }
  })
}
