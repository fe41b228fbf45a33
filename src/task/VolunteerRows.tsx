import Taro from '@tarojs/taro'
import { Card } from '../ui/Card'
import { Row } from '../ui/Row'

/** The doors to what one is as a volunteer: the record of hours, and when not to be called. */
export function VolunteerRows() {
  return (
    <Card flush>
      <Row
        icon="clock"
        title="我的志愿时长"
        meta="做过几次、多少小时，能出证明"
        onTap={() => Taro.navigateTo({ url: '/volunteer/record/index' })}
      />
      <Row
        icon="sliders-horizontal"
        title="跑单时段和五员"
        meta="跑单的时候不打扰您"
        onTap={() => Taro.navigateTo({ url: '/volunteer/settings/index' })}
      />
    </Card>
  )
}
