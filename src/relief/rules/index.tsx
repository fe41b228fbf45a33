import { useState } from 'react'
import { type ReliefCause, reliefCauseNames } from '../../../domain/appeal/names'
import { highestThreshold, reliefCauses, thresholdsChanged } from '../../../domain/relief/rules'
import { AdminPage } from '../../admin/AdminPage'
import { useAdminHat } from '../../admin/useAdminHat'
import { isRefused, useStep } from '../../appeal/useStep'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { isOfCity } from '../ofCity'
import { Stepper } from './Stepper'

const nothing = {}

/** 免责门槛: how many supervision points each cause asks for, in all of the city. */
export default function ReliefRules() {
  const worn = useAdminHat('relief.changeRules')
  const hats = worn.hats?.filter(isOfCity)
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  const reading = useRead('relief.rules', hat && nothing, hat?.id)
  const { busy, take } = useStep(hat?.id)
  const [changed, setChanged] = useState<Partial<Record<ReliefCause, number>>>({})
  const [refused, setRefused] = useState<Refused>()
  const rules = reading.data
  const thresholds = rules && { ...rules.thresholds, ...changed }
  const differs = rules && thresholds && thresholdsChanged(rules.thresholds, thresholds)

  const save = async () => {
    if (!rules || !thresholds) return
    const done = await take('relief.changeRules', { version: rules.version, thresholds })
    if (isRefused(done)) setRefused(done)
    else if (done) {
      toast('存好了，从现在起的申诉按它来')
      await reading.reload()
      setChanged({})
    }
  }
  return (
    <AdminPage
      title="免责门槛"
      worn={{ ...worn, hats, hat }}
      onRefresh={reading.reload}
      foot={() => (
        <ActionBar
          main={<Button look={differs ? 'main' : 'locked'} text="存下" busy={busy} onTap={save} />}
          consequence={differs ?? '改了以后，新来的申诉按它来，以前的不变'}
        />
      )}
    >
      <Heading text="要多少监督积分" {...(rules && { aside: `第 ${rules.version} 版` })} />
      {reading.refused && <Unread refused={reading.refused} at={undefined} onAgain={reading.reload} />}
      {!thresholds && !reading.refused && <LoadingCard rows={4} />}
      {thresholds && (
        <Card flush>
          {reliefCauses.map((cause) => (
            <Stepper
              key={cause}
              label={reliefCauseNames[cause]}
              value={thresholds[cause]}
              most={highestThreshold}
              by={5}
              onChange={(value) => setChanged((before) => ({ ...before, [cause]: value }))}
            />
          ))}
        </Card>
      )}
      <RefusalSheet
        refused={refused}
        onClose={() => {
          setRefused(undefined)
          if (refused?.code === 'RELIEF_RULES_STALE') {
            setChanged({})
            reading.reload()
          }
        }}
      />
    </AdminPage>
  )
}
