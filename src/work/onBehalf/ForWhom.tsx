import { View } from '@tarojs/components'
import { type Identity, identityNames } from '../../../domain/appeal/names'
import { peopleLimits } from '../../../domain/people/limits'
import { type Trade, tradeNames } from '../../../domain/people/roles'
import { Chips } from '../../ui/Chip'
import { Field } from '../../ui/Field'
import { Heading } from '../../ui/Heading'

interface Person {
  trade: Trade
  identity: Identity
  nickname: string
  phone: string
}

const trades = (Object.keys(tradeNames) as Trade[]).map((name) => ({ name, text: tradeNames[name] }))
const identities = (Object.keys(identityNames) as Identity[]).map((name) => ({
  name,
  text: identityNames[name],
}))
const explanations = {
  open: '办事的人看得到称呼和电话，看一次记一次。',
  shielded: '只有回访的人看得到电话，办事的人看不到。',
  hidden: '谁也看不到是谁、电话多少。',
} as const satisfies Record<Identity, string>

/** For whom it is: trade, how to reach them, and who may know. All but the trade may be left out. */
export function ForWhom({ person, change }: { person: Person; change: (change: Partial<Person>) => void }) {
  const { trade, identity, nickname, phone } = person
  return (
    <>
      <View>
        <View className="side">
          <Heading text="替谁报的" />
        </View>
        <View className="trade-chips">
          <Chips
            look="answer"
            label="做什么的"
            options={trades}
            chosen={trade}
            onChoose={(trade) => change({ trade })}
          />
        </View>
      </View>
      <View className="side">
        <Field
          caption="怎么称呼（可不填）"
          value={nickname}
          onChange={(nickname) => change({ nickname })}
          placeholder="比如 王师傅"
          limit={peopleLimits.nickname}
        />
      </View>
      <View className="side">
        <Field
          caption="电话（可不填，只存着回访用）"
          value={phone}
          onChange={(phone) => change({ phone: phone.trim() })}
          placeholder="手机或座机"
          kind="number"
          limit={13}
        />
      </View>
      <View>
        <View className="side">
          <Heading text="谁能知道是他" />
        </View>
        <View className="trade-chips">
          <Chips
            look="answer"
            label="谁能知道是他"
            options={identities}
            chosen={identity}
            onChoose={(identity) => change({ identity })}
          />
        </View>
        <View className="side meta">{explanations[identity]}问一句本人再选。</View>
      </View>
    </>
  )
}
