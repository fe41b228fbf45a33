import Taro from '@tarojs/taro'
import { type AppealDraft, saysSomething } from '../appeal/useAppealForm'
import { WaitingBody } from '../appeal/WaitingBody'
import { getsThrough, letterTitle, withIt } from '../appeal/waiting'
import { keptDraft } from '../call/draft'
import { useHandIns } from '../call/handIns'
import { acknowledge, useOutbox, type Waiting } from '../call/outbox'
import { useOnline } from '../call/useOnline'
import { Badge } from '../ui/Badge'
import { Card } from '../ui/Card'
import { Heading } from '../ui/Heading'
import { Row } from '../ui/Row'
import { Tap } from '../ui/Tap'
import './Unsent.scss'

const kinds = [
  { kind: 'request', url: '/appeal/request/index', name: '诉求' },
  { kind: 'snap', url: '/appeal/snap/index', name: '随手拍' },
  { kind: 'relief', url: '/relief/form/index', name: '免责申诉' },
] as const

/** How many are shown here; the page 待发 has all. */
const few = 3
/** How long something that went by itself is told of here, milliseconds; the page 待发 tells it for a day. */
const told = 30 * 60_000

/** What is still only on this phone: what waits for a signal, what just went, and what was left half written. */
export function Unsent() {
  const { entries, progress } = useOutbox()
  const handIns = useHandIns()
  const online = getsThrough(entries, useOnline())
  const now = Date.now()
  const waiting = entries.filter(({ standing }) => standing.is !== 'sent').length
  const shown = entries.filter(({ standing }) => standing.is !== 'sent' || standing.at > now - told)
  const drafts = kinds.flatMap(({ kind, url, name }) => {
    const draft = keptDraft<AppealDraft>(kind)
    return draft && saysSomething(draft) ? [{ kind, url, name, draft }] : []
  })
  return (
    <>
      {waiting > 0 && <Heading text="还没发的" count={`${waiting} 件`} link="全部" onLink={openOutbox} />}
      {shown.length > 0 && (
        <Card flush>
          {shown.slice(0, few).map((entry) => (
            <Tap className="unsent-row" key={entry.requestId} onTap={() => open(entry)}>
              <WaitingBody entry={entry} progress={progress} online={online} now={now} />
            </Tap>
          ))}
        </Card>
      )}
      {handIns.length > 0 && (
        <Card flush>
          {handIns.map(({ taskId, title, refused }) => (
            <Row
              key={taskId}
              badges={
                <Badge
                  text={refused ? '没交上' : '等信号'}
                  icon={refused ? 'triangle-alert' : 'wifi-off'}
                  tone={refused ? 'redWash' : 'grey'}
                />
              }
              title={title || '志愿任务'}
              meta={refused ?? '做完的存在手机上，有信号自己交上去'}
              onTap={() => Taro.navigateTo({ url: `/volunteer/proof/index?id=${taskId}` })}
            />
          ))}
        </Card>
      )}
      {drafts.length > 0 && (
        <Card flush>
          {drafts.map(({ kind, url, name, draft }) => (
            <Row
              key={kind}
              badges={<Badge text="写了一半" icon="clock" tone="grey" />}
              due={withIt(draft)}
              title={letterTitle(draft) || name}
              meta="存在手机上，点开接着写"
              onTap={() => Taro.navigateTo({ url })}
            />
          ))}
        </Card>
      )}
    </>
  )
}

const openOutbox = () => Taro.navigateTo({ url: '/me/outbox/index' })

/** What was sent is told once, and opens where it goes on; all else is on the page 待发. */
function open({ requestId, standing }: Waiting): void {
  if (standing.is !== 'sent') return void openOutbox()
  Taro.navigateTo({ url: `/appeal/detail/index?id=${standing.receipt.id}` })
  acknowledge(requestId)
}
