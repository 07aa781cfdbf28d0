/** Chinese words around the names of places and of publishers (DOMAIN sections 4 and 7). */
import { anyOf, type CategoryWords, type PlaceWords, type PublisherWords } from './words.ts'

export const place: PlaceWords = {
  own: [
    ['city', /[我本全]市(?![场民面值])/u],
    ['county', /[我本全][区县區縣](?!域)/u],
  ],
  otherAfter: anyOf(
    {
      units: '^[区县市旗州镇乡村區縣鎮鄉]',
      streets: '^[路街巷桥湖]|^(?:街道|大街|大道|北路|南路|东路|西路|中路|[一二三四五]路|胡同|新村|花园|小区|广场)',
      firms: '^(?:中学|小学|酒店|宾馆|证券|股份|公司|置业|地产|集团|电锅|齿科|餐厅|国际)',
    },
    'u',
  ),
  otherBefore: /(?<![全我本该各])[\p{Script=Han}]{2}[市县州]$/u,
  foreignCity:
    /(?:^|[^\p{Script=Han}]|[赴在与和对、])(?!我|本|全|该|各|城|都|超|股|上|门|夜|早|集|楼|闹|开|菜|花)[\p{Script=Han}]{2}(?<![场全城都超股上门夜早集楼菜])市(?![场民政委直级人区内])/u,
}

export const category: CategoryWords = {
  venue:
    /(?:走?进|深入|送到)(?:企业|校园|社区|农村|乡村|学校|机关|工地|家庭|景区|商场|医院|军营|课堂|农家|田间|车间|村)/gu,
}

export const publisher: PublisherWords = {
  label: /^(?:文章|信息|资讯|稿件)?(?:来源|稿源|来自|发布机构|本文转自|转自)\s{0,4}[:：丨|/]?\s{0,4}/u,
  tail: /\s{0,4}(?:作者|编辑|责任编辑|责编|记者|审核|校对|时间|发布时间|浏览|点击|阅读|查看)\s{0,4}[:：].{0,200}$/u,
  nothing: /^(?:null|undefined|未知|本站|本网|网络|互联网|网站|原创|转载|--?|无|其他|暂无)$/iu,
}
