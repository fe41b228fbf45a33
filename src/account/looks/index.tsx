import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { moment } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import '../privacy/index.scss'

/** Each look at my phone number: who, when, for which appeal, why. */
export default function Looks() {
  const pages = usePages('person.looks', {})
  const { rows, refused, seen, reload } = pages
  useReachBottom(pages.loadMore)
  const now = Date.now()
  return (
    <Page title="谁看过我的电话">
      <View className="side privacy">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="没人看过" words="谁看了、为什么看，都会记在这里。" />
          </Card>
        )}
        {rows && rows.length > 0 && (
          <Card flush>
            {rows.map(({ id, who, reason, appeal, at }) => (
              <Row
                key={id}
                title={who}
                due={moment(at, now)}
                meta={
                  <>
                    <View>为什么：{reason}</View>
                    <View>为这件事：{appeal.title}</View>
                  </>
                }
                onTap={() => Taro.navigateTo({ url: `/appeal/detail/index?id=${appeal.id}` })}
              />
            ))}
          </Card>
        )}
        <PageEnd pages={pages} />
      </View>
    </Page>
  )
}
