import { Button as ShareButton } from '@tarojs/components'
import { Button } from '../../ui/Button'
import './SendButton.scss'

/** In WeChat the link goes into a chat; elsewhere it is copied. */
export function SendButton({ onCopy }: { onCopy: () => void }) {
  if (process.env.TARO_ENV === 'weapp')
    return (
      <ShareButton className="button button-main share-button" openType="share">
        发给对方
      </ShareButton>
    )
  return <Button text="复制链接" onTap={onCopy} />
}
