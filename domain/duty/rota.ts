/** When an organisation must have somebody on duty; only then are hours without anybody a gap. */
export const coverNames = {
  none: '不要求',
  workingHours: '上班时间',
  always: '全天',
} as const satisfies Record<string, string>
export type Cover = keyof typeof coverNames

/** How a swap stands, as the sentence about it goes on: 这次换班… */
export const swapStates = {
  asked: '还在等对方点头',
  agreed: '对方已经同意',
  declined: '对方替不了',
  takenBack: '已经收回',
} as const satisfies Record<string, string>
export type SwapState = keyof typeof swapStates

export const weekdayNames = ['一', '二', '三', '四', '五', '六', '日'] as const

/** Somebody on the rota, as colleagues know them. */
export interface Colleague {
  personId: string
  name: string
  title: string
  /** When their appointment ends: from then on they are on no shift. Absent: open-ended. */
  until?: number
}

/** Whether somebody is still appointed at a moment. */
export const isThere = ({ until }: Colleague, at: number): boolean => until === undefined || until > at

/** When a slot begins and ends, every week. Minutes of the day in Beijing; `to` not after `from`: on the next day. */
export interface SlotTimes {
  /** 1 Monday to 7 Sunday. */
  weekday: number
  from: number
  to: number
}

export interface Slot extends SlotTimes {
  /** Made of weekday, begin and person, so that planning anew leaves the swaps of unchanged slots alone. */
  id: string
  who: Colleague
}

/** One shift on one day that its holder asked a colleague to take over. */
export interface Swap {
  id: string
  /** The day on which the shift begins: YYYY-MM-DD in Beijing. */
  day: string
  slotId: string
  from: Colleague
  to: Colleague
  state: SwapState
  askedAt: number
}

export interface HandOverNote {
  id: string
  from: Colleague
  words: string
  at: number
}

/** A request that was carried out, so that it is carried out once: whose, and the version that it led to. */
export interface Answered {
  requestId: string
  personId: string
  version: number
}

/** The duty rota of an organisation: one document, so that every step is one conditional update. */
export interface Rota {
  /** The organisation's id. */
  _id: string
  /** Of the organisation, to know who is above it without reading it. */
  ancestors: string[]
  cover: Cover
  weekly: Slot[]
  swaps: Swap[]
  /** Newest first. */
  notes: HandOverNote[]
  /** Newest first. */
  answered: Answered[]
  /** Who handles appeals there and how much of them is open; kept by the timer. Absent: nothing has come yet. */
  load?: Load
  /** 0: nobody has planned it yet. */
  version: number
}

/** How much open work each handler of an organisation has, weighted by urgency. */
export interface Load {
  /** By person; `until`: when what lets them handle appeals there ends. Absent: open-ended. */
  people: Record<string, { title: string; weight: number; until?: number }>
  /** What has been counted, so that it counts once; newest last. */
  counted: string[]
}

export const emptyRota = (organisationId: string): Rota => ({
  _id: organisationId,
  ancestors: [],
  cover: 'none',
  weekly: [],
  swaps: [],
  notes: [],
  answered: [],
  version: 0,
})
