import { describe, expect, it } from 'vitest'
import { sectionOf } from './table-rows.ts'

describe('a banner inside a table', () => {
  it.each([
    ['2.大同市恒岳国际酒店管理有限公司', '大同市恒岳国际酒店管理有限公司'],
    ['12、青石市第一人民医院（事业单位）', '青石市第一人民医院'],
    ['2、恒岳酒店有限公司 地址：云州区 电话：0352-5550000', '恒岳酒店有限公司'],
    ['2.恒岳酒店有限公司（地址：云州区）', '恒岳酒店有限公司'],
    ['3.恒岳酒店有限公司，联系人：样女士', '恒岳酒店有限公司'],
    ['4、恒岳酒店有限公司因业务发展需要，现招聘以下人员：', '恒岳酒店有限公司'],
    ['5.恒岳（山西）酒店有限公司（3人）', '恒岳（山西）酒店有限公司'],
    ['青石市中医院（3人）岗位信息表', '青石市中医院'],
    ['5.用人单位：青石市应急管理服务中心', '青石市应急管理服务中心'],
    ['（二）青石市供应链管理有限公司共12人', '青石市供应链管理有限公司'],
    ['恒岳酒店有限公司 地址：云州区 电话：0352-5550000', '恒岳酒店有限公司'],
  ])('that names a body, %s, begins its section', (banner, employer) => {
    expect(sectionOf(banner)).toEqual({ employer })
  })

  it.each([
    '1.报名人员须携带身份证原件及复印件到县人民医院',
    '2.体检地点为青石市第一人民医院',
    '3、以上岗位均由青石市人力资源有限公司签订合同。',
    '3.请到县医院',
    '4.工资待遇按国家有关政策执行并缴纳五险',
    '5.联系人样女士；6.联系电话0352-5550000',
    '6.青石市人力资源和社会保障局负责解释本公告',
  ])('that says a sentence, %s, is a note', (banner) => {
    expect(sectionOf(banner)).toBeUndefined()
  })

  it('that names a place or nothing ends the section before it', () => {
    expect(sectionOf('3.云州区')).toEqual({ place: '云州区' })
    expect(sectionOf('二、管理岗位')).toEqual({})
  })
})
