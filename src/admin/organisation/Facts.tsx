import { View } from '@tarojs/components'
import { tradeNames } from '../../../domain/people/roles'
import { hoursText } from '../../../domain/place/hours'
import { kindNames } from '../../../domain/place/placement'
import { Badge } from '../../ui/Badge'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Row } from '../../ui/Row'
import { MapView } from './MapView'
import type { View as Seen, SheetName } from './sheets'

interface Props {
  view: Seen
  /** Undefined while nothing can be changed. */
  onEdit: ((sheet: SheetName) => void) | undefined
}

/** What administrators keep of an organisation; a tap on a line changes it. */
export function Facts({ view, onEdit }: Props) {
  const { name, kind, active, mergedInto, path, hours, trades, phone, centre, boundary } = view
  const line = (sheet: SheetName, title: string, meta: string, empty: string) => (
    <Row
      title={title}
      meta={meta || empty}
      {...(onEdit && { link: meta ? '改' : '加', onTap: () => onEdit(sheet) })}
    />
  )
  return (
    <>
      <Card>
        <View className="admin-what">
          {(!active || mergedInto) && (
            <View>
              {mergedInto ? (
                <Badge text={`已并入${mergedInto.name}`} icon="merge" tone="outlined" />
              ) : (
                <Badge text="已关" icon="ban" tone="outlined" />
              )}
            </View>
          )}
          <View className="big">{name}</View>
          <View className="meta">{[kindNames[kind], ...path.map((each) => each.name)].join(' · ')}</View>
        </View>
      </Card>
      <Heading text="资料" />
      <Card flush>
        {line('name', '名字', name, '')}
        {line('hours', '开放时间', hours ? hoursText(hours) : '', '还没写')}
        {line('trades', '服务对象', trades.map((trade) => tradeNames[trade]).join('、'), '谁都可以来')}
        {line('phone', '单位电话', phone ?? '', '还没写')}
        {line(
          'centre',
          '位置',
          centre ? `东经 ${centre.longitude}，北纬 ${centre.latitude}` : '',
          '还没标，骑手发诉求时认不出附近的它',
        )}
        {line('boundary', '边界', boundary ? `一圈，${boundary.length - 1} 个点` : '', '可以不加')}
      </Card>
      {centre && (
        <MapView
          key={JSON.stringify([centre, boundary])}
          around={centre}
          centre={centre}
          boundary={boundary}
        />
      )}
    </>
  )
}
