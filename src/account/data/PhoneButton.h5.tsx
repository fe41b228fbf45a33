import { Button } from '../../ui/Button'

interface Props {
  text: string
  busy: boolean
  /** What only WeChat can turn into a number. */
  onCode: (code: string) => void
}

/** Outside WeChat nobody vouches for a number: the preview's cloud answers this code with a made-up one. */
export function PhoneButton({ text, busy, onCode }: Props) {
  return <Button look="text" icon="phone" text={text} busy={busy} onTap={() => onCode('preview')} />
}
