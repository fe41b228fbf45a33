import { useState } from 'react'
import { type Carried, urgeIn } from '../../../domain/appeal/possible'
import { fits } from '../../../domain/appeal/states'
import { settingOf } from '../../../domain/settings/settings'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { isRefused, useStep } from '../useStep'
import type { BarProps } from './PersonBar'
import { WithdrawSheet } from './WithdrawSheet'

/** Others are at it: the person can urge once in a while, or take it back. */
export function WaitingBar({
  view,
  now,
  possible,
  onDone,
  onRefused,
}: BarProps & { possible: readonly Carried[] }) {
  const [withdrawing, setWithdrawing] = useState(false)
  const { busy, take } = useStep()
  const { id, version, situation } = view
  const urge = async () => {
    const done = await take('appeal.urge', { id, version })
    if (isRefused(done)) onRefused(done, urge)
    else if (done) onDone('催了，办事的人马上看得到')
  }
  if (!fits('urge', situation.state)) return null
  const again = urgeIn(situation, now)
  const urged = again > 0
  const apart = settingOf(situation.terms, 'urgeDays')
  const close = () => setWithdrawing(false)
  return (
    <>
      <ActionBar
        {...(possible.includes('withdraw') && {
          secondary: <Button look="secondary" text="撤回" onTap={() => setWithdrawing(true)} />,
        })}
        main={
          urged ? (
            <Button look="locked" text={apart === 1 ? '今天催过了' : '催过了'} onTap={urge} />
          ) : (
            <Button icon="bell-ring" text="催一下" busy={busy} onTap={urge} />
          )
        }
        consequence={
          urged
            ? `办事的人看得到，${again === 1 ? '明天' : `${again} 天后`}还能再催`
            : `${apart === 1 ? '一' : ` ${apart} `}天能催一次，马上提醒办事的人`.trim()
        }
      />
      {withdrawing && (
        <WithdrawSheet
          view={view}
          onClose={close}
          onDone={(sentence) => {
            close()
            onDone(sentence)
          }}
          onRefused={onRefused}
        />
      )}
    </>
  )
}
