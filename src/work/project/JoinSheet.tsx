import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import type { HatView } from '../../../domain/contract'
import { projectLimits } from '../../../domain/project/limits'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useKeptForm } from '../../appeal/useKeptForm'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { Button } from '../../ui/Button'
import { Choice } from '../../ui/Choice'
import { Field } from '../../ui/Field'
import { Sheet } from '../../ui/Sheet'
import { TextArea } from '../../ui/TextArea'
import { AppealChoices } from './AppealChoices'

interface Props {
  /** What goes into it; none: chosen here among what waits at the organisation. */
  appealIds: readonly string[]
  hat: HatView
  onClose: () => void
}

interface Filled {
  title: string
  progress: string
  /** What goes into it, chosen here. */
  picked: readonly string[]
}
const empty: Filled = { title: '', progress: '', picked: [] }

export const openProject = (id: string) => Taro.navigateTo({ url: `/work/project/index?id=${id}` })

/** A new project for some appeals, or one that there is already. */
export function JoinSheet({ appealIds, hat, onClose }: Props) {
  const [chosen, setChosen] = useState<string>()
  const { draft, change, busy, refused, send } = useKeptForm({
    name: `project.create ${hat.id}`,
    hat: hat.id,
    empty,
  })
  const { title, progress, picked } = draft
  const given = appealIds.length > 0
  const work = useRead('appeal.work', given ? undefined : { filter: 'all' }, hat.id)
  const open = usePages('project.list', given ? { state: 'open' } : undefined, hat.id)
  const ready = chosen !== undefined || title.trim() !== ''
  const join = async () => {
    const ids = [...(given ? appealIds : picked)]
    const answer = chosen
      ? await send('project.add', () => ({ id: chosen, appealIds: ids }))
      : await send('project.create', () => ({ title, progress, appealIds: ids }))
    if (!answer) return
    onClose()
    openProject(answer.id)
  }
  return (
    <Sheet
      open
      title={given ? '放进治理项目' : '建治理项目'}
      onClose={onClose}
      foot={
        <SheetFoot refused={refused} reason={ready ? undefined : '起个名字，大家看得到'}>
          {ready ? (
            <Button
              text={chosen ? '放进去' : `建项目${picked.length > 0 ? `，放进 ${picked.length} 件` : ''}`}
              busy={busy}
              onTap={join}
            />
          ) : (
            <Button look="locked" text="建项目" onTap={onClose} />
          )}
        </SheetFoot>
      }
    >
      {(open.rows ?? []).map((project) => (
        <Choice
          key={project.id}
          title={project.title}
          words={`${project.lead.name}牵头 · ${project.count} 件`}
          chosen={project.id === chosen}
          onChoose={() => setChosen(project.id === chosen ? undefined : project.id)}
        />
      ))}
      {!chosen && (
        <>
          <Field
            caption={open.rows?.length ? '或者新建一个，叫什么' : '叫什么'}
            value={title}
            onChange={(title) => change({ title })}
            placeholder="比如：北门夜间通行"
            limit={projectLimits.title}
          />
          <View className="sheet-part">
            <TextArea
              inSheet
              short
              value={progress}
              onChange={(progress) => change({ progress })}
              limit={projectLimits.progress}
              label="打算怎么治"
              caption="打算怎么治（大家看得到）"
              placeholder="比如：和物业商量换门禁，月底前装好"
            />
          </View>
          {work.data && work.data.rows.length > 0 && (
            <>
              <View className="meta sheet-part">哪几件是同一个根子（也可以以后再加）</View>
              <AppealChoices
                appeals={work.data.rows}
                chosen={picked}
                onChange={(picked) => change({ picked })}
              />
            </>
          )}
        </>
      )}
    </Sheet>
  )
}
