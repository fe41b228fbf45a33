import { useState } from 'react'
import type { Output } from '../../../domain/contract'
import { call } from '../../call/call'
import { asRefused } from '../../call/refused'
import { saveFile } from '../../call/saveFile'
import { Row } from '../../ui/Row'
import { toast } from '../../ui/toast'

type Page = Output<'personalData.export'>
/** What comes in parts, page by page. */
const lists = ['appeals', 'notices', 'points', 'tasks', 'redemptions', 'honours'] as const
const name = '我在蜂鸣的资料.json'

/** 导出: reads page by page and says how far it is; a second tap hands the file over, as WeChat wants a tap for that. */
export function ExportRow() {
  const [done, setDone] = useState<number>()
  const [file, setFile] = useState<string>()
  const collect = async () => {
    setDone(0)
    try {
      let page: Page = await call('personalData.export', {})
      const { next: _, ...all } = page
      while (page.next) {
        setDone(all.appeals.length)
        page = await call('personalData.export', { cursor: page.next })
        for (const list of lists) (all[list] as unknown[]).push(...page[list])
      }
      setFile(JSON.stringify(all, null, 2))
    } catch (thrown) {
      toast(asRefused(thrown).message)
    } finally {
      setDone(undefined)
    }
  }
  if (file !== undefined)
    return (
      <Row
        icon="download"
        title="备好了，存到手机上"
        meta="点这里拿走"
        link="存"
        onTap={() => saveFile(name, file).catch((thrown: unknown) => toast(asRefused(thrown).message))}
      />
    )
  return (
    <Row
      icon="download"
      title="导出我的资料"
      meta={done === undefined ? '存了什么，都给您一份' : `正在备，已有 ${done} 件`}
      {...(done === undefined && { onTap: collect })}
    />
  )
}
