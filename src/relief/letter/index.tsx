import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { DetailLost } from '../../appeal/DetailLost'
import { OldCopy } from '../../appeal/OldCopy'
import { useAppeal } from '../../appeal/useAppeal'
import { asRefused } from '../../call/refused'
import { currentHat } from '../../me/hat'
import { savePicture } from '../../picture/savePicture'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { goBack, Page } from '../../ui/Page'
import { Empty, LoadingCard } from '../../ui/States'
import { toast } from '../../ui/toast'
import { LetterImage } from './LetterImage'
import './index.scss'
import { letterOf } from './textOf'

/** The letter to the platform, for the office that sends it and for the person whom it is about. */
export default function LetterPage() {
  const { as } = useRouter().params
  const hat = as === 'staff' ? currentHat()?.id : undefined
  const { reading, view, keptAt, showKept } = useAppeal(hat)
  const [url, setUrl] = useState<string>()
  const { refused, seen, loading, reload } = reading

  if (refused && !view)
    return (
      <DetailLost
        tone="rider"
        refused={refused}
        seen={seen}
        onSeen={showKept}
        onAgain={reload}
        loading={loading}
        out={{ text: '返回', onTap: () => goBack() }}
      />
    )
  const text = view && letterOf(view)
  const save = () => {
    if (url && text)
      savePicture(url, text.number).catch((thrown: unknown) => toast(asRefused(thrown).message))
  }
  return (
    <Page
      title="公函"
      foot={
        <ActionBar
          {...(url && {
            main: <Button icon="download" text="存下来，发出去" onTap={save} />,
            consequence: '点公函能放大看。里面没有姓名和电话',
          })}
        />
      }
    >
      <View className="side letter">
        <OldCopy refused={refused} keptAt={keptAt} now={Date.now()} />
        {!view && <LoadingCard rows={3} />}
        {view && !text && <Empty title="还没有公函" words="核定同意了，公函就在这里。" />}
        {text && <LetterImage text={text} onUrl={setUrl} />}
      </View>
    </Page>
  )
}
