import { Button } from '@tarojs/components'
import { Icon } from '../../ui/Icon'
import './PhoneButton.scss'

interface Props {
  text: string
  busy: boolean
  /** What only WeChat can turn into a number. */
  onCode: (code: string) => void
}

/** WeChat's own button: it asks the person, and gives a code that the function has turned into their number. */
export function PhoneButton({ text, busy, onCode }: Props) {
  return (
    <Button
      className="button button-text phone-button"
      openType="getPhoneNumber"
      disabled={busy}
      onGetPhoneNumber={({ detail }) => detail.code && onCode(detail.code)}
    >
      <Icon name="phone" />
      {text}
    </Button>
  )
}
