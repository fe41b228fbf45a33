/** Categories of appeals and the word for each (appeals.md, default rules). */
export const categoryNames = {
  gateAccess: '小区进门',
  parking: '停车',
  charging: '充电换电',
  stationFacility: '驿站设施',
  restSpot: '歇脚点',
  sanitation: '环境卫生',
  obstruction: '占道',
  facilityDamage: '设施损坏',
  fireLane: '消防通道',
  traffic: '交通',
  security: '治安',
  dispute: '矛盾纠纷',
  health: '健康',
  training: '培训',
  penalty: '差评超时处罚',
  platformRule: '平台规则',
  foodSafety: '食品安全',
  parcelDelivery: '快件投递',
  licence: '证照',
  operation: '运营规则',
  truckRest: '货车休息',
  unpaidWages: '欠薪',
  workInjury: '工伤',
  socialInsurance: '社保',
  schooling: '子女入学',
  housing: '住房',
  other: '其他',
} as const satisfies Record<string, string>

export type Category = keyof typeof categoryNames
export const categories = Object.keys(categoryNames) as [Category, ...Category[]]

/** The nine tiles of a snap, in the order in which they are drawn (look/02-snap). */
export const snapCategories = [
  'sanitation',
  'obstruction',
  'facilityDamage',
  'fireLane',
  'traffic',
  'security',
  'foodSafety',
  'dispute',
  'other',
] as const satisfies readonly Category[]

/** The chips of a request, most frequent first. */
export const requestCategories = categories.filter((category) => category !== 'foodSafety')

/**
 * Words that give a category away, tried in order: a penalty at a gate is still a penalty. The guess only
 * chooses a chip beforehand; the person may choose another.
 */
const hints: readonly (readonly [Category, RegExp])[] = [
  ['unpaidWages', /工资|欠薪|押金.*(没|不)[退给]|派费/],
  ['workInjury', /工伤|骨折|摔伤|受伤/],
  ['socialInsurance', /社保|医保|公积金|养老/],
  ['schooling', /上学|入学|幼儿园|学校|转学/],
  ['housing', /租房|房东|房租|公租房|隔断/],
  ['licence', /资格证|驾驶证|执照|证照|换证|上牌/],
  ['penalty', /差评|超时|罚款|扣钱|扣了|申诉/],
  ['platformRule', /平台|派单规则|强派|服务分|导航给/],
  ['truckRest', /司机之家|货车.*(休息|停)|高速/],
  ['operation', /蓄车|接驳|网约车|抽成/],
  ['parcelDelivery', /快递柜|驿站不收|投递|快件/],
  ['charging', /充电|换电|电池|电瓶/],
  ['stationFacility', /驿站|微波炉|饮水机/],
  ['fireLane', /消防/],
  ['parking', /停车|贴条|卸货/],
  ['gateAccess', /小区|大门|北门|南门|门禁|保安|物业|进门|不让进|人脸/],
  ['foodSafety', /后厨|食品|变质|不干净/],
  ['sanitation', /垃圾|脏|埋汰|臭/],
  ['obstruction', /占道|堵|摆摊/],
  ['facilityDamage', /井盖|路灯|坏了|破损/],
  ['restSpot', /歇脚|歇会|坐的地方|厕所/],
  ['traffic', /红绿灯|路口|车道|逆行/],
  ['security', /偷|被盗|打人|治安/],
  ['dispute', /吵|纠纷|骂/],
  ['health', /体检|看病|义诊/],
  ['training', /培训|学个|课/],
]

/** The category that a text speaks of, or undefined when nothing gives it away. */
export function guessCategory(text: string): Category | undefined {
  return hints.find(([, words]) => words.test(text))?.[0]
}
