import { useState } from 'react'
import { isOpen } from '../../../domain/appeal/states'
import type { AppealView, HatView } from '../../../domain/contract'
import { granted } from '../../../domain/permission'
import { ProjectLine } from '../../appeal/ProjectLine'
import { Button } from '../../ui/Button'
import { JoinSheet } from '../project/JoinSheet'

/** The project that an appeal belongs to; for who may, a way into one. */
export function InProject({ view, hat, now }: { view: AppealView; hat: HatView | undefined; now: number }) {
  const [joining, setJoining] = useState(false)
  if (view.project) return <ProjectLine project={view.project} now={now} page="/work/project/index" />
  if (!hat || !isOpen(view.state) || !granted('project.create', hat.role, ['organisation'])) return null
  return (
    <>
      <Button look="text" icon="construction" text="建治理项目" onTap={() => setJoining(true)} />
      {joining && <JoinSheet appealIds={[view.id]} hat={hat} onClose={() => setJoining(false)} />}
    </>
  )
}
