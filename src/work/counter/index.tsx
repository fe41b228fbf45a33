import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { codeLength, digitsOf, isCode, scannedCode } from '../../../domain/points/code'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Field } from '../../ui/Field'
import { Page } from '../../ui/Page'
import { toast } from '../../ui/toast'
import { HatStrip } from '../HatStrip'
import { NoHat } from '../NoHat'
import { useHats } from '../useHats'
import './index.scss'
import { scan } from './scan'

/** 核销: scan or type, see who and what, hand it over once. */
export default function Counter() {
  const { hat, hats, wear, reading: me } = useHats()
  const { busy, take } = useStep(hat?.id)
  const [typed, setTyped] = useState('')
  const [found, setFound] = useState<Output<'redemption.check'> & { code: string }>()
  const [wrong, setWrong] = useState<Refused>()
  if (!hat)
    return (
      <NoHat title="核销" known={hats !== undefined} lost={me.refused !== undefined} onAgain={me.reload} />
    )
  const code = digitsOf(typed)
  const full = code.length === codeLength
  const check = async (wanted: { code: string; signature?: string }) => {
    const done = await take('redemption.check', wanted)
    if (isRefused(done)) setWrong(done)
    else if (done) setFound({ ...done, code: wanted.code })
  }
  const scanned = async () => {
    const text = await scan()
    if (text === undefined) return
    const read = scannedCode(text)
    if (read) check(read)
    else toast('这不是领取码，请让本人打开领取码')
  }
  const fulfil = async () => {
    if (!found) return
    const done = await take('redemption.fulfil', { id: found.id, code: found.code })
    if (isRefused(done)) return setWrong(done)
    if (!done) return
    toast('核销好了，本人也收到了')
    setFound(undefined)
    setTyped('')
  }
  return (
    <Page
      title="核销"
      tone="staff"
      behind="/work/bench/index"
      foot={
        found ? (
          <ActionBar
            secondary={<Button look="secondary" text="先不给" onTap={() => setFound(undefined)} />}
            main={<Button text="给了，核销" busy={busy} onTap={fulfil} />}
            consequence="核销一次，这个码就用完了"
          />
        ) : (
          <ActionBar
            {...(full && !isCode(code) && { reason: '有一位数字不对，请对着再输一遍' })}
            secondary={
              <Button
                look={isCode(code) ? 'secondary' : 'locked'}
                text="查一查"
                busy={busy}
                onTap={() => check({ code })}
              />
            }
            main={<Button icon="qr-code" text="扫领取码" busy={busy} onTap={scanned} />}
          />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side counter">
        {found ? (
          <Card>
            <View className="meta">给{found.who}</View>
            <View className="big">
              {found.name} 1 {found.unit}
            </View>
            <View className="plain">
              {found.points} 分 · {date(found.expiresAt, Date.now())}前有效
            </View>
          </Card>
        ) : (
          <>
            <View className="plain">
              扫本人手机上的码，扫不了就输下面的数字。看清是谁、换什么，给了再点核销。
            </View>
            <Field
              caption="领取码"
              value={typed}
              onChange={setTyped}
              placeholder="十位数字"
              kind="number"
              limit={14}
            />
          </>
        )}
      </View>
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          if (wrong && !isLost(wrong)) setFound(undefined)
        }}
      />
    </Page>
  )
}
