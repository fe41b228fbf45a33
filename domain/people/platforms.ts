import type { Trade } from './roles.ts'

/** Platforms that people of a trade mostly work for, to choose from; anything else can be left out. */
export const platforms = {
  delivery: ['美团', '饿了么', '京东', '闪送', '达达'],
  express: ['顺丰', '京东', '中通', '圆通', '申通', '韵达', '邮政'],
  rideHailing: ['滴滴', '高德', 'T3', '曹操'],
  truck: ['货拉拉', '满帮', '滴滴货运'],
  internet: [],
  other: [],
} as const satisfies Record<Trade, readonly string[]>
