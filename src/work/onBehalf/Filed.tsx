import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { Output } from '../../../domain/contract'
import { codeWords } from '../../../domain/filing/filing'
import { moment } from '../../appeal/words'
import { linkTo } from '../../call/link'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Icon } from '../../ui/Icon'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import './index.scss'

interface Props {
  filed: Output<'appeal.submitFor'>
  onAnother: () => void
}

/** Where the person opens what was filed for them. */
export const claimLink = (code: string): string => linkTo(`/appeal/claim/index?code=${code}`)

export const copyClaim = (code: string): Promise<unknown> => Taro.setClipboardData({ data: claimLink(code) })

/** It is filed: to whom it went, the code for the person, and on to the next one. */
export function Filed({ filed: { number, organisation, state, acceptBy, code }, onAnother }: Props) {
  return (
    <Page
      title="代报"
      tone="staff"
      foot={
        <ActionBar
          secondary={
            <Button
              look="secondary"
              text="我代报的"
              onTap={() => Taro.redirectTo({ url: '/work/filed/index' })}
            />
          }
          main={<Button icon="plus" text="再报一件" onTap={onAnother} />}
          consequence="来路和地方都替您留着"
        />
      }
    >
      <View className="side filed">
        <View className="filed-head">
          <Icon name="circle-check" size={32} />
          <View className="big">
            {state === 'submitted' ? `收到了，${organisation.name}来派单` : `已经派给${organisation.name}`}
          </View>
        </View>
        <View className="meta">
          编号 {number} · {moment(acceptBy, Date.now())} 前有人接
        </View>
        <Card>
          <View className="meta">认领码，念给本人听</View>
          <View className="filed-code">{codeWords(code)}</View>
          <View className="meta">
            本人打开小程序，在“我的”里点“认领一件事”输进去，以后进展都直接告诉他。30 天内有效。
          </View>
        </Card>
        <Card flush>
          <Row
            icon="send"
            title="把认领链接发给本人"
            meta="他在微信里点开就能认领"
            link="复制"
            onTap={() => copyClaim(code)}
          />
        </Card>
        <View className="meta">没认领以前，进展先告诉您，满不满意由您问了本人再答。</View>
      </View>
    </Page>
  )
}
