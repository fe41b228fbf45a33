import { useReachBottom } from '@tarojs/taro'
import { useMemo, useState } from 'react'
import { date } from '../../../appeal/words'
import { PageEnd } from '../../../call/PageEnd'
import { Unread } from '../../../call/Unread'
import { usePages } from '../../../call/usePages'
import { Badge } from '../../../ui/Badge'
import { Card } from '../../../ui/Card'
import { Row } from '../../../ui/Row'
import { LoadingCard } from '../../../ui/States'
import { AdminPage } from '../../AdminPage'
import { VersionSheet } from '../VersionSheet'
import { WithRules, type WithRulesProps } from '../WithRules'

/** 历次的规则: who put which in force, when and why; an old one can be put in force again. */
export default function VersionsPage() {
  return <WithRules title="历次的规则">{(props) => <Versions {...props} />}</WithRules>
}

function Versions({ view, hat, worn, reading }: WithRulesProps) {
  const [open, setOpen] = useState<number>()
  const input = useMemo(() => ({ organisationId: hat.organisation.id }), [hat.organisation.id])
  const pages = usePages('routing.versions', input, hat.id)
  const { rows, refused, seen, reload } = pages
  useReachBottom(pages.loadMore)
  const now = Date.now()
  return (
    <AdminPage title="历次的规则" worn={worn} onRefresh={reload}>
      {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
      {!rows && !refused && <LoadingCard rows={4} />}
      {rows && (
        <Card flush>
          {rows.map(({ version, at, by, words, changed }) => (
            <Row
              key={version}
              title={`第 ${version} 版 · ${words ?? '最初的规则'}`}
              {...(version === view.inForce && {
                badges: <Badge text="正在用" icon="circle-check" tone="green" />,
              })}
              meta={[changed, at === undefined ? undefined : date(at, now), by].filter(Boolean).join(' · ')}
              onTap={() => setOpen(version)}
            />
          ))}
        </Card>
      )}
      <PageEnd pages={pages} />
      {open !== undefined && (
        <VersionSheet
          version={open}
          view={view}
          hat={hat}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            reading.reload()
            reload()
          }}
        />
      )}
    </AdminPage>
  )
}
