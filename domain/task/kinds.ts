/** What volunteers are asked for (tasks.md, Kinds). */
export const taskKinds = {
  publicity: '公益宣传',
  warning: '异常预警',
  report: '突发直报',
  opinion: '社情传递',
  delivery: '上门送',
  errand: '捎带手',
  order: '秩序维护',
  cleaning: '环境助扫',
  care: '一老一小一困',
} as const satisfies Record<string, string>
export type TaskKind = keyof typeof taskKinds

/** 五员: what a volunteer is known for, and what a task asks for. */
export const dutyTags = {
  informant: '信息员',
  publicist: '宣传员',
  patroller: '巡查员',
  mediator: '调解员',
  helper: '服务员',
} as const satisfies Record<string, string>
export type DutyTag = keyof typeof dutyTags

/** How it is proved that somebody came and did it; a second person looks at it in any case. */
export const proofs = {
  code: '扫码签到',
  place: '到点定位',
  photo: '拍一张做完的',
} as const satisfies Record<string, string>
export type Proof = keyof typeof proofs

/** Whether one must be there, at a time: by the organiser's code or by position; the code does where a phone has no position. */
export const needsPresence = ({ proof }: { proof: readonly Proof[] }): boolean =>
  proof.includes('code') || proof.includes('place')

export interface Template {
  title: string
  words: string
  points: number
  /** Minutes. */
  lasts: number
  places: number
  proof: readonly Proof[]
  tags: readonly DutyTag[]
}

/** What the form begins with for each kind; everything can be changed. */
export const templates: Record<TaskKind, Template> = {
  publicity: {
    title: '宣传单，顺路发一发',
    words: '单子在社区门口，拿一叠，送单路过的楼道口放几张。',
    points: 2,
    lasts: 120,
    places: 20,
    proof: ['photo'],
    tags: ['publicist'],
  },
  warning: {
    title: '留意这一片的异常',
    words: '路过时看一眼，有不对劲的拍下来发随手拍。',
    points: 2,
    lasts: 240,
    places: 10,
    proof: ['photo'],
    tags: ['informant', 'patroller'],
  },
  report: {
    title: '突发情况，去看一眼',
    words: '到现场看看情况，拍一张，注意自己安全。',
    points: 4,
    lasts: 60,
    places: 3,
    proof: ['place', 'photo'],
    tags: ['patroller'],
  },
  opinion: {
    title: '记一记小区好走的门',
    words: '哪个门能进、几点关，写一句就行。',
    points: 1,
    lasts: 720,
    places: 30,
    proof: ['photo'],
    tags: ['informant'],
  },
  delivery: {
    title: '给老人送上门',
    words: '东西在社区，送到家门口，看着老人收下。',
    points: 4,
    lasts: 60,
    places: 1,
    proof: ['photo'],
    tags: ['helper'],
  },
  errand: {
    title: '顺路捎一样东西',
    words: '顺路就捎上，不顺路不用绕。',
    points: 3,
    lasts: 120,
    places: 1,
    proof: ['photo'],
    tags: ['helper'],
  },
  order: {
    title: '高峰帮忙看秩序',
    words: '站在路口看着点，别让车堵住门。',
    points: 5,
    lasts: 60,
    places: 5,
    proof: ['code', 'place'],
    tags: ['patroller', 'mediator'],
  },
  cleaning: {
    title: '一起扫一扫',
    words: '工具在社区门口，拿了就干。',
    points: 4,
    lasts: 60,
    places: 5,
    proof: ['code', 'photo'],
    tags: ['helper'],
  },
  care: {
    title: '看望一位老人',
    words: '敲门问声好，看看缺什么，回来说一声。',
    points: 4,
    lasts: 60,
    places: 2,
    proof: ['photo'],
    tags: ['helper', 'mediator'],
  },
}
