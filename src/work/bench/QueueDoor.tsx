import Taro from '@tarojs/taro'
import type { Queue } from '../../../domain/duty/queues'
import type { IconName } from '../../ui/Icon'
import { Row } from '../../ui/Row'

const doors: Record<Queue, { icon: IconName; title: string; meta: string; url: string }> = {
  verify: {
    icon: 'clipboard-check',
    title: '验收',
    meta: '照片排成一片，一次看完、一次点完',
    url: '/work/verify/index',
  },
  approvals: { icon: 'stamp', title: '兑换审批', meta: '成批看，预算不会超', url: '/work/approvals/index' },
  reviews: {
    icon: 'user-round-search',
    title: '积分核对',
    meta: '要人看一眼再发的，都在这里',
    url: '/work/reviews/index',
  },
  contents: {
    icon: 'eye',
    title: '内容待看',
    meta: '称呼、感谢的话，微信拿不准的看一眼',
    url: '/work/contents/index',
  },
  honours: {
    icon: 'award',
    title: '荣誉',
    meta: '提名、复核、公示，有异议的看一看',
    url: '/work/honours/index',
  },
}

/** The way to a queue: with how much waits there, or with what it is for. */
export function QueueDoor({ queue, count }: { queue: Queue; count?: string }) {
  const { icon, title, meta, url } = doors[queue]
  return (
    <Row
      icon={icon}
      title={title}
      {...(count ? { count } : { meta })}
      onTap={() => Taro.navigateTo({ url })}
    />
  )
}
