import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { useState } from 'react'
import { categoryNames } from '../../../domain/appeal/categories'
import { settingsLimits } from '../../../domain/settings/limits'
import { changesBetween, faultsOf, type Overrides, tidied } from '../../../domain/settings/overrides'
import { groups, type SettingKey, settingKeys, settingOf, settings } from '../../../domain/settings/settings'
import { amount, groupNames, settingWords } from '../../../domain/settings/words'
import { RefusalSheet } from '../../call/RefusalSheet'
import type { Refused } from '../../call/refused'
import { Unread } from '../../call/Unread'
import { usePages } from '../../call/usePages'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { LoadingCard } from '../../ui/States'
import type { WornHat } from '../../work/useHats'
import { AdminPage } from '../AdminPage'
import { useAdminHat } from '../useAdminHat'
import { WhySheet } from '../WhySheet'
import { CategoriesSheet } from './CategoriesSheet'
import { History } from './History'
import { NumberSheet } from './NumberSheet'

const nothing = {}
type Open = SettingKey | 'categories' | 'publish'

/** 本市设置: every number that a city may set, what differs from the standard, and what was changed when. */
export default function SettingsPage() {
  const worn = useAdminHat('settings.publish')
  const hats = worn.hats?.filter(({ organisation }) => organisation.kind === 'city')
  const hat = hats?.find(({ id }) => id === worn.hat?.id) ?? hats?.[0]
  // What is changed under one hat is not published under another.
  return <Editor key={hat?.id} worn={{ ...worn, hats, hat }} />
}

function Editor({ worn }: { worn: WornHat }) {
  const { hat } = worn
  const { data, refused, reload } = useRead('settings.view', hat && nothing, hat?.id)
  const history = usePages('settings.versions', hat && nothing, hat?.id)
  useReachBottom(history.loadMore)
  /** With the version that it was made from: on another one it would undo what somebody else changed. */
  const [draft, setDraft] = useState<Overrides & { version: number }>()
  const [open, setOpen] = useState<Open>()
  const [wrong, setWrong] = useState<Refused>()
  const after = draft ?? data
  const changes = data && draft ? changesBetween(data, draft) : []
  const [fault] = draft ? faultsOf(draft) : []
  const close = () => setOpen(undefined)
  const anew = () => {
    close()
    setDraft(undefined)
    reload()
    history.reload()
  }
  const change = (part: Partial<Overrides>) => {
    if (!after || !data) return
    const { numbers, categoriesOff } = after
    const { version } = changes.length > 0 ? after : data
    setDraft({ version, ...tidied({ numbers, categoriesOff, ...part }) })
  }
  return (
    <AdminPage
      title="本市设置"
      worn={worn}
      onRefresh={reload}
      foot={() => (
        <ActionBar
          main={
            <Button
              look={changes.length > 0 && !fault ? 'main' : 'locked'}
              text={changes.length > 0 ? `改这 ${changes.length} 处` : '改'}
              onTap={() => setOpen('publish')}
            />
          }
          consequence={fault ?? (changes.join('；') || '点哪一行改哪一行，改完一起生效')}
        />
      )}
    >
      {refused && <Unread refused={refused} at={undefined} onAgain={reload} />}
      {!data && !refused && <LoadingCard rows={4} />}
      {after &&
        groups.map((group) => (
          <View key={group}>
            <Heading
              text={groupNames[group]}
              {...(group === groups[0] && { aside: `第 ${data?.version ?? 1} 版` })}
            />
            <Card flush>
              {group === 'appeals' && (
                <Row
                  title="收哪些类别"
                  meta={
                    after.categoriesOff.length === 0
                      ? '都收 · 默认'
                      : `不收${after.categoriesOff.map((name) => categoryNames[name]).join('、')} · 本市改过`
                  }
                  link="改"
                  onTap={() => setOpen('categories')}
                />
              )}
              {settingKeys
                .filter((key) => settings[key].group === group)
                .map((key) => (
                  <Row
                    key={key}
                    title={settingWords[key].name}
                    meta={standing(key, after)}
                    link="改"
                    onTap={() => setOpen(key)}
                  />
                ))}
            </Card>
          </View>
        ))}
      {data && <History pages={history} />}
      {open === 'categories' && after && (
        <CategoriesSheet
          off={after.categoriesOff}
          onClose={close}
          onChange={(categoriesOff) => change({ categoriesOff })}
        />
      )}
      {open && open !== 'categories' && open !== 'publish' && after && (
        <NumberSheet
          name={open}
          value={settingOf(after.numbers, open)}
          onClose={close}
          onChange={(value) => {
            change({ numbers: { ...after.numbers, [open]: value } })
            close()
          }}
        />
      )}
      {open === 'publish' && data && draft && hat && (
        <WhySheet
          action="settings.publish"
          input={(words) => ({
            version: draft.version,
            numbers: draft.numbers,
            categoriesOff: draft.categoriesOff,
            words,
          })}
          lines={changes}
          example="比如：年底事多，多给几天答复"
          limit={settingsLimits.words}
          done="改好了"
          hat={hat.id}
          onClose={close}
          onRefused={setWrong}
          onDone={anew}
        />
      )}
      <RefusalSheet
        refused={wrong}
        onClose={() => {
          setWrong(undefined)
          if (wrong?.code === 'SETTINGS_STALE') anew()
        }}
      />
    </AdminPage>
  )
}

/** 10 天 · 默认; 12 天 · 本市改过，默认 10 天. */
function standing(key: SettingKey, { numbers }: Overrides): string {
  const { standard } = settings[key]
  const value = settingOf(numbers, key)
  const own = value === standard ? '默认' : `本市改过，默认 ${amount(key, standard)}`
  return `${amount(key, value)} · ${own}`
}
