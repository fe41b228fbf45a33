import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { granted } from '../../../domain/permission'
import { Card } from '../../ui/Card'
import { Page } from '../../ui/Page'
import { Row } from '../../ui/Row'
import { HatStrip } from '../../work/HatStrip'
import '../admin.scss'
import { NoAdministrator } from '../NoAdministrator'
import { useAdminHat } from '../useAdminHat'

/** What an administrator looks after. */
export default function Admin() {
  const { hat, hats, wear, reading } = useAdminHat('organisation.list')
  if (!hat) return <NoAdministrator title="管理" hats={hats} reading={reading} />
  return (
    <Page title="管理" tone="staff">
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side admin-list">
        <Card flush>
          <Row
            icon="building-2"
            title="单位"
            meta="建、改、移、并，导入导出"
            onTap={() => Taro.navigateTo({ url: '/admin/organisations/index' })}
          />
          <Row
            icon="user-round"
            title="人员"
            meta="邀请、任免"
            onTap={() => Taro.navigateTo({ url: '/admin/people/index' })}
          />
          {hat.organisation.kind === 'city' && granted('suggestion.list', hat.role, ['organisation']) && (
            <Row
              icon="message-circle-more"
              title="分类建议"
              meta="哪句话算哪一类，教手机认"
              onTap={() => Taro.navigateTo({ url: '/admin/suggestions/index' })}
            />
          )}
          {hat.organisation.kind === 'city' && granted('relief.changeRules', hat.role, ['organisation']) && (
            <Row
              icon="scale"
              title="免责门槛"
              meta="每种原因要多少监督积分"
              onTap={() => Taro.navigateTo({ url: '/relief/rules/index' })}
            />
          )}
          <Row
            icon="route"
            title="派单规则"
            meta="什么事归谁，改之前先试"
            onTap={() => Taro.navigateTo({ url: '/admin/routing/index/index' })}
          />
          {(hat.organisation.kind === 'city' || hat.organisation.kind === 'community') && (
            <Row
              icon="award"
              title="积分规则"
              meta="什么事给几分，改之前先看上个月"
              onTap={() => Taro.navigateTo({ url: '/admin/points/index' })}
            />
          )}
          {hat.organisation.kind === 'city' && granted('settings.view', hat.role, ['organisation']) && (
            <Row
              icon="sliders-horizontal"
              title="本市设置"
              meta="时限、次数、提醒和保存期限"
              onTap={() => Taro.navigateTo({ url: '/admin/settings/index' })}
            />
          )}
          {hat.organisation.kind === 'city' && (
            <Row
              icon="scale"
              title="积分对账"
              meta="每个余额都等于流水之和"
              onTap={() => Taro.navigateTo({ url: '/admin/ledger/index' })}
            />
          )}
          {hat.organisation.kind === 'city' && (
            <Row
              icon="shield-check"
              title="核对记录"
              meta="每一件的每一步都没被改过"
              onTap={() => Taro.navigateTo({ url: '/admin/verify/index' })}
            />
          )}
          {hat.organisation.kind === 'city' && (
            <Row
              icon="circle-check"
              title="运行情况"
              meta="好不好用，有没有积压"
              onTap={() => Taro.navigateTo({ url: '/admin/health/index' })}
            />
          )}
          <Row
            icon="history"
            title="操作记录"
            meta="谁改了什么，改不了也删不掉"
            onTap={() => Taro.navigateTo({ url: '/admin/audit/index' })}
          />
        </Card>
      </View>
    </Page>
  )
}
