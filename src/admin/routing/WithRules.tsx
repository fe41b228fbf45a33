import { useDidShow } from '@tarojs/taro'
import { Fragment, type ReactNode, useRef, useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { AgainBar } from '../../appeal/OldCopy'
import { type Reading, useRead } from '../../call/useRead'
import { Failure, LoadingCard } from '../../ui/States'
import type { WornHat } from '../../work/useHats'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import type { RulesView } from './useDesk'
import './routing.scss'

export interface WithRulesProps {
  view: RulesView
  hat: HatView
  worn: WornHat
  reading: Reading<'routing.view'>
}

/** A page about the rules in force: what is shown until they are there, then `children`, anew each time it is shown. */
export function WithRules({
  title,
  children,
}: {
  title: string
  children: (props: WithRulesProps) => ReactNode
}) {
  const worn = useAdminHat('routing.view')
  const { hat } = worn
  const reading = useRead('routing.view', hat && { organisationId: hat.organisation.id }, hat?.id)
  const [turn, setTurn] = useState(0)
  const shown = useRef(false)
  useDidShow(() => {
    // Another page may have changed the rules on this phone.
    if (shown.current) {
      setTurn((before) => before + 1)
      reading.reload()
    }
    shown.current = true
  })
  const view = reading.data ?? reading.seen?.data
  if (hat && view)
    return <Fragment key={`${hat.id} ${turn}`}>{children({ view, hat, worn, reading })}</Fragment>
  return (
    <AdminPage
      title={title}
      worn={worn}
      foot={() => reading.refused && <AgainBar main loading={reading.loading} onAgain={reading.reload} />}
    >
      {reading.refused ? (
        <Failure title="没连上，不是您的问题" words="规则都在，照样在派单。有信号了再点一次。" />
      ) : (
        <LoadingCard rows={4} />
      )}
    </AdminPage>
  )
}
