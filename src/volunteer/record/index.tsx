import { View } from '@tarojs/components'
import Taro, { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { tradeNames } from '../../../domain/people/roles'
import { date } from '../../appeal/words'
import { PageEnd } from '../../call/PageEnd'
import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { longDate } from '../../picture/certificate'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { Empty, LoadingCard } from '../../ui/States'
import { CertificateSheet } from './CertificateSheet'
import { hoursWords } from './hours'
import './index.scss'

type YearOfWork = Output<'task.record'>['years'][number]

/** 我的志愿时长: what others have verified, by the year, and a certificate of each. */
export default function RecordPage() {
  const pages = usePages('task.record', {})
  const me = useRead('person.me', {})
  const [shown, setShown] = useState<YearOfWork>()
  useReachBottom(pages.loadMore)
  const now = Date.now()
  const { rows, refused, seen, reload } = pages
  const years = (pages.data ?? seen?.data)?.years ?? []
  const person = me.data ?? me.seen?.data
  const name = person?.nickname ?? (person?.trade ? tradeNames[person.trade] : '一位热心的小哥')
  return (
    <Page title="我的志愿时长" behind="/task/index">
      <View className="side record">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!rows && !refused && <LoadingCard rows={3} />}
        {rows?.length === 0 && (
          <Card>
            <Empty title="还没有时长" words="领个任务做完，网格员看过，时长就记在这里。" />
          </Card>
        )}
        {years.length > 0 && (
          <Card flush>
            {years.map((each) => (
              <Row
                key={each.year}
                title={hoursWords(each.minutes)}
                meta={`${each.year} 年 · 做过 ${each.count} 次`}
                link="出证明"
                onTap={() => setShown(each)}
              />
            ))}
          </Card>
        )}
        {rows && rows.length > 0 && (
          <>
            <Heading text="做过的" aside="都由别人验收过" />
            <Card flush>
              {rows.map(({ id, title, from, organisation, minutes }) => (
                <Row
                  key={id}
                  title={title}
                  meta={`${date(from, now)} · ${organisation.name} · ${hoursWords(minutes)}`}
                  onTap={() => Taro.navigateTo({ url: `/task/detail/index?id=${id}` })}
                />
              ))}
            </Card>
            <View className="hint">从签到算到交活；没签到的任务，最多算一小时。</View>
          </>
        )}
        <PageEnd pages={pages} />
      </View>
      {shown && (
        <CertificateSheet
          certificate={{ ...shown, name, community: person?.community?.name, date: longDate(now) }}
          onClose={() => setShown(undefined)}
        />
      )}
    </Page>
  )
}
