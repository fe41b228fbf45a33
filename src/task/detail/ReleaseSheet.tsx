import { View } from '@tarojs/components'
import type { TaskView } from '../../../domain/contract'
import { settingOf } from '../../../domain/settings/settings'
import { taskLimits } from '../../../domain/task/limits'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { releaseCosts } from '../standing'

interface Props {
  view: TaskView
  now: number
  busy: boolean
  onClose: () => void
  onRelease: () => void
}

const day = 24 * 3_600_000
const { most, pause } = taskLimits.noShows

/** 退掉: what it costs is said before. */
export function ReleaseSheet({ view, now, busy, onClose, onRelease }: Props) {
  const waits = view.queue !== undefined && !releaseCosts(view, now)
  const counts = releaseCosts(view, now) === 'counts'
  return (
    <Sheet
      open
      title={waits ? '不等了？' : '退掉这个名额？'}
      onClose={onClose}
      foot={
        <>
          <Button look="secondary" text={waits ? '不等了' : '退掉'} busy={busy} onTap={onRelease} />
          <Button look="text" text="再想想" onTap={onClose} />
        </>
      }
    >
      <View className="plain">
        {counts
          ? `离开始不到 ${settingOf(view.terms, 'releaseHours')} 小时，这会儿退记一回没来。记满 ${most} 回，要歇 ${pause / day} 天。`
          : waits
            ? '位置让给后面的人，不影响您。想来随时再排。'
            : '现在退不影响您，名额给下一位。'}
      </View>
    </Sheet>
  )
}
