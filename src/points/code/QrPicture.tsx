import { Image, View } from '@tarojs/components'
import qrcode from 'qrcode-generator'
import { useMemo } from 'react'

/** A code to be scanned: black on white, in the dark too, and sharp at any size. */
export function QrPicture({ text }: { text: string }) {
  const url = useMemo(() => {
    const code = qrcode(0, 'M')
    code.addData(text)
    code.make()
    return code.createDataURL(8, 32)
  }, [text])
  return (
    <View className="redeem-paper">
      <Image className="redeem-picture" src={url} mode="scaleToFill" ariaLabel="领取码的二维码" />
    </View>
  )
}
