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
