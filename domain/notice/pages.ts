import type { Notice } from './notice.ts'

const pages = {
  person: 'appeal/detail',
  staff: 'work/detail',
  passerBy: 'appeal/seen',
  volunteer: 'task/detail',
  redemption: 'points/code',
  points: 'points/index',
  review: 'points/review',
  honour: 'points/honour',
  honourDesk: 'work/honours',
  health: 'admin/health',
} as const satisfies Record<Notice['about']['as'], string>

/** The page on which an item is read by whom it was told, without a slash in front, as WeChat takes it in a message. */
export function pageOf(about: Notice['about'] | 'inbox'): string {
  return about === 'inbox' ? 'notice/index' : `${pages[about.as]}/index?id=${about.id}`
}
