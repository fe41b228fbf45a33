import { Image, View } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { useMemo } from 'react'
import './QrCode.scss'

interface Props {
  /** What a scanner reads. */
  text: string
  label: string
}

/** Pixels of the picture for one module, and around it: as wide as the standard asks for. */
const module = 12
const margin = 4 * module

/** A code to be scanned: black on white, in the dark too. */
export function QrCode({ text, label }: Props) {
  const picture = useMemo(() => {
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    return code.createDataURL(module, margin)
  }, [text])
  return (
    <View className="qr-code">
      <Image className="qr-code-picture" src={picture} {...{ 'aria-label': label }} />
    </View>
  )
}
