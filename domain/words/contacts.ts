/** Words right before a mobile or mail that say whose it is (DOMAIN sections 12 and 17). Languages joined: no word of one means anything in another. */

/** A body's own, whoever is asked to use it: 考生咨询电话. */
export const OFFICE =
  /(?:招聘|招募|招生|单位|公司|中心|物业|办公室?|编辑部|材料|服务|人事|预约|反馈|征集)[^，,。\d]{0,8}(?:电话|热线|专线|手机|微信|邮箱|信箱|邮件|联系|[:：])|招聘(?:专员|经理|主管|负责人|顾问|老师)|人事(?:专员|经理|部)|咨询|报名|监督|投诉|举报|热线|应聘电话|求职电话|值班|报警|报修|抢修|维修电话|救助|订票|订餐|HR|客服|投递|简历|投稿|发送[至到]|发至|发到|受理|负责人|联系人|传真|前台|店内|门店|\b(?:apply|applications?|r[eé]sum[eé]s?|questions?|rsvp|register|registration|info(?:rmation)?|inquiries|office|hotline)\b/giu

/** Of nobody in particular: a body's only in its own call. */
export const ANYBODY =
  /联系|电话|致电|电联|拨打|来电|微信|手机(?!号)|邮箱|邮件|信箱|\b(?:contact|call|text|phone|tel|e-?mail|send)\b/giu

/** Always a body's, in a notice and in a call alike. */
export const CONTACT = /联系/u

/** A person's, even beside one of the above. */
export const PERSON =
  /家长|家属|家人|本人|个人|考生|应聘者|求职者|应征者|报名者|学员|学生|患者|患儿|伤者|病人|老人|孩子|儿子|女儿|妻子|丈夫|母亲|父亲|妈妈|爸爸|爷爷|奶奶|监护人|申请人|投诉人|举报人|被执行人|被告|原告|当事人|车主|业主|住户|户主|居民|村民|市民|网友|读者|作者|驾驶[人员](?!.{0,2}招)|乘客|失主|拾得者|捡到|房东|租户|顾客|消费者|买家|卖家|用户|会员|账户|机主|来电号码|号码为|嫌疑人|骗子|死者|遇难者|逝者|员工|职工|劳动者|同学|同事|朋友|邻居|亲属|亲友|配偶|志愿者(?!报名|招募|咨询)|捐赠人|受助|持卡人|身份证|预留|留言|留下|登记表|来信人|担保人|经办人|紧急联系|私人|我的|主叫|被叫|\b(?:applicant|parent|owner|victim|tenant|my|his|her)\b/giu

/** A title of somebody who is no body: 个人招保姆, 家里找钟点工. */
export const PRIVATE_CALL = /^(?:个人|私人|家庭|家里|本人|我家)[^，,。]{0,6}(?:招|聘|找|求|寻|雇|请)/u

/** What a form asks of a person; in an office's own label it is only its phone: 报名手机号. */
export const ASKED = /手机号码?/u

/** Header of a column whose cells are a body's own contacts. */
export const CONTACT_COLUMN =
  /(?:联系|咨询|报名|监督|招聘|投诉).{0,6}(?:电话|方式|手机|人|邮箱)|^(?:电话|固定电话|邮箱|电子邮箱|联系方式)$|\b(?:contact|phone|e-?mail)\b/iu
/** Header of a table whose rows are persons. */
export const PERSON_COLUMN = /^(?:考生|应聘者|报名者|学生|申请人|本人|职工)?姓\s*名$|身份证|准考证|^name$/iu
