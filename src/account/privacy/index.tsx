import { View } from '@tarojs/components'
import { consentVersion } from '../../../domain/people/limits'
import { privacyText } from '../../../domain/people/privacyText'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Page } from '../../ui/Page'
import './index.scss'

/** What is stored, who sees it, how it is taken away. */
export default function Privacy() {
  return (
    <Page title="隐私说明">
      <View className="side privacy">
        {privacyText.map(({ title, lines }) => (
          <View key={title} className="privacy-part">
            <Heading text={title} />
            <Card>
              {lines.map((line) => (
                <View key={line} className="plain privacy-line">
                  {line}
                </View>
              ))}
            </Card>
          </View>
        ))}
        <View className="hint">第 {consentVersion} 版</View>
      </View>
    </Page>
  )
}
