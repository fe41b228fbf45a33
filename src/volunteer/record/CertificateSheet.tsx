import { View } from '@tarojs/components'
import { useState } from 'react'
import { asRefused } from '../../call/refused'
import { Picture } from '../../picture/Picture'
import { savePicture } from '../../picture/savePicture'
import { Button } from '../../ui/Button'
import { Sheet } from '../../ui/Sheet'
import { toast } from '../../ui/toast'
import { type Certificate, certificateDrawing } from './certificate'

/** The certificate of a year, to be kept or sent. */
export function CertificateSheet({
  certificate,
  onClose,
}: {
  certificate: Certificate
  onClose: () => void
}) {
  const [url, setUrl] = useState<string>()
  const save = () => {
    if (url)
      savePicture(url, `${certificate.year}年志愿服务记录`).catch((thrown: unknown) =>
        toast(asRefused(thrown).message),
      )
  }
  return (
    <Sheet
      open
      title={`${certificate.year} 年的证明`}
      onClose={onClose}
      foot={<Button icon="download" text="存下来，发出去" busy={!url} onTap={save} />}
    >
      <Picture name="证明" drawing={certificateDrawing(certificate)} onUrl={setUrl} />
      <View className="hint" style={{ paddingTop: '8px' }}>
        用的是您报到时的称呼，没有电话。
      </View>
    </Sheet>
  )
}
