import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { SheetFoot } from '../../appeal/SheetFoot'
import { useRead } from '../../call/useRead'
import { ActionBar } from '../../ui/ActionBar'
import { Button } from '../../ui/Button'
import { Card } from '../../ui/Card'
import { Heading } from '../../ui/Heading'
import { Meter } from '../../ui/Meter'
import { Page } from '../../ui/Page'
import { Notice } from '../../ui/States'
import { TextArea } from '../../ui/TextArea'
import { toast } from '../../ui/toast'
import { HatStrip } from '../../work/HatStrip'
import '../admin.scss'
import { NoAdministrator } from '../NoAdministrator'
import { useAdminHat } from '../useAdminHat'
import { Checked } from './Checked'
import { takeFile } from './file'
import { useExport } from './useExport'
import { useImport } from './useImport'

const most = 2_000_000

/** Tables: out for a spreadsheet, and in again, looked at before anything is changed. */
export default function Transfer() {
  const { id } = useRouter().params
  const { hat, hats, wear, reading: me } = useAdminHat('organisation.list')
  const own = id ?? hat?.organisation.id
  const { data: root } = useRead('organisation.view', own && hat ? { id: own } : undefined, hat?.id)
  const [csv, setCsv] = useState('')
  const out = useExport(hat?.id)
  const table = useImport(hat?.id)
  if (!hat) return <NoAdministrator title="导入导出" hats={hats} reading={me} />

  const change = (text: string) => {
    setCsv(text)
    table.forget()
  }
  const choose = async () => {
    const text = await takeFile()
    if (text === undefined) return
    if (text.includes('\uFFFD')) toast('这个文件的字读不出来，请另存为 UTF-8 的 CSV')
    else change(text)
  }
  const carryOut = async () => {
    if (!(await table.carryOut(csv))) return
    toast('导入好了')
    change('')
  }
  const { checked, progress, refused } = table
  const name = root?.name ?? hat.organisation.name
  const ready = checked && checked.faults.length === 0 && checked.changes.length > 0
  const said = csv.trim() !== ''
  return (
    <Page
      title="导入导出"
      tone="staff"
      foot={
        (said || checked) && (
          <ActionBar
            main={
              <SheetFoot
                refused={refused}
                reason={
                  checked && checked.faults.length > 0
                    ? '照上面改好表格，再选一次。现在什么也没动。'
                    : undefined
                }
              >
                {ready ? (
                  <Button
                    text={`导入这 ${checked.changes.length} 行`}
                    busy={progress !== undefined}
                    onTap={carryOut}
                  />
                ) : (
                  <Button
                    text={checked ? '再查一遍' : '先查一遍，不会动'}
                    busy={progress !== undefined}
                    onTap={() => table.check(csv)}
                  />
                )}
              </SheetFoot>
            }
          />
        )
      }
    >
      <HatStrip hat={hat} hats={hats} wear={wear} />
      <View className="side admin-list">
        <Heading text="导出" />
        <Card>
          <View className="admin-what">
            <View>{name}和下面的单位，一张表，电子表格能打开。</View>
            {out.refused && <View className="meta">{out.refused.message}</View>}
            <Button
              look="secondary"
              icon="download"
              text={out.fetched === undefined ? `导出${name}` : `取了 ${out.fetched} 行`}
              busy={out.fetched !== undefined}
              onTap={() => own && out.start(own, `${name}的单位`)}
            />
          </View>
        </Card>
        <Heading text="导入" />
        <Card>
          <View className="admin-what">
            <View>先导出一张，照着改或添行，再拿回来。新建的编号空着。</View>
            <Button look="secondary" icon="upload" text="选一个文件" onTap={choose} />
            <TextArea
              short
              value={csv.length > 2000 ? `${csv.slice(0, 2000)}…` : csv}
              onChange={(text) => csv.length <= 2000 && change(text)}
              limit={most}
              label="表格文字"
              caption="或者把表格粘在这里"
              placeholder="编号,名称,类型,上级编号…"
            />
            {said && <Button look="text" icon="trash-2" text="清空，重来" onTap={() => change('')} />}
          </View>
        </Card>
        {progress && (
          <Card>
            <View className="admin-what" {...{ role: 'status' }}>
              <View className="strong">{progress.what === 'check' ? '正在查' : '正在导入'}</View>
              <Meter used={progress.done / progress.total} label={`${progress.done} / ${progress.total}`} />
            </View>
          </Card>
        )}
        {refused && <Notice icon="info" title="停下了" words={refused.message} />}
        {checked && <Checked checked={checked} />}
      </View>
    </Page>
  )
}
