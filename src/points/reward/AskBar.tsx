import Taro from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { AgainBar } from '../../appeal/OldCopy'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'

interface Props {
  reward: Output<'reward.view'>
  /** Read just now: with an old copy nothing can be asked for. */
  fresh: boolean
  busy: boolean
  onAsk: () => void
  onAgain: () => void
}

/** What can be done about a reward now: ask for it, or the reason why not and the step that helps. */
export function AskBar({ reward, fresh, busy, onAsk, onAgain }: Props) {
  const { cost, spendable, left, taken, perPerson, unit, openId } = reward
  if (!fresh) return <AgainBar loading={busy} onAgain={onAgain} main />
  if (openId !== undefined)
    return (
      <ActionBar
        main={
          <Button text="看这一份" onTap={() => Taro.redirectTo({ url: `/points/code/index?id=${openId}` })} />
        }
        consequence="您正在换这一样"
      />
    )
  const lack = cost - spendable
  const reason =
    left <= 0
      ? '这一期换完了'
      : taken >= perPerson
        ? `这一期您换过 ${taken} ${unit}了`
        : lack > 0
          ? `您能用 ${spendable} 分，还差 ${lack} 分`
          : undefined
  if (reason !== undefined)
    return (
      <ActionBar reason={reason} main={<Button look="locked" text={`${cost} 分换`} onTap={() => {}} />} />
    )
  return (
    <ActionBar
      main={<Button text={`${cost} 分换一${unit}`} busy={busy} onTap={onAsk} />}
      consequence={`先冻结 ${cost} 分，书记批了才能领，领的时候才扣`}
    />
  )
}
