import Taro from '@tarojs/taro'
import { isLost } from '../../appeal/useStep'
import { type Refused, splitSentence } from '../../call/refused'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Page } from '../../ui/Page'
import { Failure } from '../../ui/States'

interface Props {
  refused: Refused
  loading: boolean
  onAgain: () => void
}

/** A task that could not be read, nor was seen before: try again, or look at the others. */
export function Lost({ refused, loading, onAgain }: Props) {
  const lost = isLost(refused)
  const { title, words } = lost
    ? { title: '没连上，不是您的问题', words: '领到的名额都还在，有信号了再看。' }
    : splitSentence(refused.message)
  return (
    <Page
      title="任务"
      behind="/task/index"
      foot={
        <ActionBar
          main={
            lost ? (
              <Button icon="refresh-cw" text="再试一次" busy={loading} onTap={onAgain} />
            ) : (
              <Button text="看别的任务" onTap={() => Taro.switchTab({ url: '/task/index' })} />
            )
          }
        />
      }
    >
      <Failure
        title={title}
        words={words}
        icon={refused.code === 'OFFLINE' ? 'cloud-off' : 'info'}
        number={lost ? refused.number : undefined}
      />
    </Page>
  )
}
