import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { type DutyTag, dutyTags } from '../../../domain/task/kinds'
import { isLost, isRefused, useStep } from '../../appeal/useStep'
import { date } from '../../appeal/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { useRead } from '../../call/useRead'
import { ShowToggle } from '../../points/ShowToggle'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Heading } from '../../ui/Heading'
import { goBack, Page } from '../../ui/Page'
import { SeveralChips } from '../../ui/SeveralChips'
import { LoadingCard, Notice } from '../../ui/States'
import { toast } from '../../ui/toast'
import './index.scss'
import { OwnHours } from './OwnHours'
import { mostHours, ownHours, toggled, type UsualHours, usualAmong, usualHours } from './riding'

type Volunteer = Pick<Output<'volunteer.view'>, 'tags' | 'riding'>

const tagOptions = (Object.keys(dutyTags) as DutyTag[]).map((name) => ({ name, text: dutyTags[name] }))
const hourOptions = (Object.keys(usualHours) as UsualHours[]).map((name) => ({
  name,
  text: usualHours[name].text,
}))

/** 跑单时段和五员: when nobody should be called, and what one is good at. */
export default function VolunteerSettings() {
  const { data, seen, refused, reload } = useRead('volunteer.view', {})
  const known = data ?? seen?.data
  const [changed, setChanged] = useState<Partial<Volunteer>>({})
  const [wrong, setWrong] = useState<Refused>()
  const { busy, take } = useStep()
  const ranking = useRead('ranking.mine', {})
  const standing = ranking.data ?? ranking.seen?.data
  const tags = changed.tags ?? known?.tags ?? []
  const riding = changed.riding ?? known?.riding ?? []
  const change = (part: Partial<Volunteer>) => setChanged({ ...changed, ...part })
  const touched = Object.keys(changed).length > 0
  const full = riding.length >= mostHours

  const save = async () => {
    const saved = await take('volunteer.save', { tags, riding })
    if (!saved) return
    if (isRefused(saved)) return setWrong(saved)
    setChanged({})
    toast('记下了，跑单的时候不打扰您')
    goBack('/task/index')
  }
  const toggleHours = (name: UsualHours) => {
    if (full && !usualAmong(riding).includes(name)) return toast(`最多记 ${mostHours} 段`)
    change({ riding: toggled(riding, name) })
  }
  return (
    <Page
      title="跑单时段和五员"
      behind="/task/index"
      {...(touched && {
        foot: <ActionBar main={<Button text={busy ? '正在存' : '存好'} busy={busy} onTap={save} />} />,
      })}
    >
      <View className="side volunteer">
        {refused && <Unread refused={refused} at={seen?.at} onAgain={reload} />}
        {!known && !refused && <LoadingCard rows={2} />}
        {known?.pausedUntil !== undefined && (
          <Notice
            icon="circle-pause"
            title={`${date(known.pausedUntil, Date.now())}以前先歇一歇`}
            words="有三回领了没来。有难处请找社区书记，能提前放开"
          />
        )}
        {known && (
          <>
            <View className="volunteer-part">
              <Heading text="几点在跑单" aside="天天都算" />
              <View className="meta">这些时候的任务不给您推，您照样能自己领。</View>
              <SeveralChips
                label="几点在跑单"
                options={hourOptions}
                chosen={usualAmong(riding)}
                onToggle={toggleHours}
              />
              {ownHours(riding).map(({ hours, index }) => (
                <OwnHours
                  key={index}
                  hours={hours}
                  onChange={(next) =>
                    change({ riding: riding.map((each, at) => (at === index ? next : each)) })
                  }
                  onRemove={() => change({ riding: riding.filter((_, at) => at !== index) })}
                />
              ))}
              {!full && (
                <Button
                  look="text"
                  icon="plus"
                  text="加一段别的时间"
                  onTap={() => change({ riding: [...riding, { from: 9 * 60, to: 10 * 60 }] })}
                />
              )}
            </View>
            <View className="volunteer-part">
              <Heading text="您能当哪几员" aside="不选也行" />
              <SeveralChips
                label="您能当哪几员"
                options={tagOptions}
                chosen={tags}
                onToggle={(tag) =>
                  change({ tags: tags.includes(tag) ? tags.filter((each) => each !== tag) : [...tags, tag] })
                }
              />
            </View>
          </>
        )}
        {standing && <ShowToggle shown={standing.shown} onDone={ranking.reload} onRefused={setWrong} />}
      </View>
      <RefusalSheet
        refused={wrong}
        onClose={() => setWrong(undefined)}
        {...(wrong && isLost(wrong) && { again: { text: '再试一次', onTap: save } })}
      />
    </Page>
  )
}
