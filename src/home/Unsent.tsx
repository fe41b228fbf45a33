import Taro from '@tarojs/taro'
import type { AppealDraft } from '../appeal/useAppealForm'
import { recall } from '../call/storage'
import { Badge } from '../ui/Badge'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'

const kinds = [
  { kind: 'request', url: '/appeal/request/index' },
  { kind: 'snap', url: '/appeal/snap/index' },
] as const

/** What is still only on this phone: a tap goes on with it. */
export function Unsent() {
  const drafts = kinds.flatMap(({ kind, url }) => {
    const draft = recall<AppealDraft>(`draft:${kind}`)
    return draft && (draft.text.trim() !== '' || draft.photos.length > 0) ? [{ kind, url, draft }] : []
  })
  if (drafts.length === 0) return null
  return (
    <Card flush>
      {drafts.map(({ kind, url, draft }) => (
        <Row
          key={kind}
          badges={
            draft.requestId ? (
              <Badge text="还没发出去" icon="wifi-off" tone="grey" />
            ) : (
              <Badge text="写了一半" icon="clock" tone="grey" />
            )
          }
          due={draft.photos.length > 0 && `照片 ${draft.photos.length} 张`}
          title={draft.text.trim().slice(0, 40) || '随手拍'}
          meta="存在手机上，点开接着发"
          onTap={() => Taro.navigateTo({ url })}
        />
      ))}
    </Card>
  )
}
