import { View } from '@tarojs/components'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'
import { Icon } from '../../ui/Icon'
import type { TaskForm } from './taskForm'

interface Props {
  value: TaskForm['beneficiary']
  /** It was said before, and is not shown again. */
  made: boolean
  onChange: (beneficiary: TaskForm['beneficiary']) => void
}

/** 给谁送: protected; shown to nobody but who brings it, and only around the time. */
export function Whom({ value, made, onChange }: Props) {
  const set = (change: Partial<TaskForm['beneficiary']>) => onChange({ ...value, ...change })
  return (
    <>
      <Heading text="给谁送" />
      <View className="publish-guard">
        <Icon name="shield-check" size={20} />
        <View>
          {made
            ? '以前写的不再显示。要改就重写一遍，领到的人会收到提醒；不改就空着。'
            : '只给领到的人看，开始前半小时才看得到；谁看过都有记录。'}
        </View>
      </View>
      <Field
        caption="怎么称呼"
        value={value.name}
        onChange={(name) => set({ name })}
        placeholder="比如：王奶奶"
        limit={20}
      />
      <Field
        caption="送到哪"
        value={value.address}
        onChange={(address) => set({ address })}
        placeholder="比如：北站路 12 号 3 单元 201"
        limit={100}
      />
      <Field
        caption="电话（可不填）"
        kind="number"
        value={value.phone}
        onChange={(phone) => set({ phone })}
        placeholder="敲门没人应，好打一个"
        limit={20}
      />
    </>
  )
}
