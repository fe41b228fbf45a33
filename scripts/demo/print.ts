import { categoryNames } from '../../domain/appeal/categories.ts'
import { answerNames, kindNames, urgencyNames } from '../../domain/appeal/names.ts'
import { transitions } from '../../domain/appeal/states.ts'
import type { AppealView, TimelineStep } from '../../domain/contract.ts'
import type { Outcome } from './loop.ts'
import type { Sample } from './samples.ts'

/** Prints an appeal's way as a timeline: who, what, why this committee, how long. */
export function printLoop(sample: Sample, { result, view }: Outcome): void {
  const mark = result.holds ? '✓' : '✗'
  if (!view) {
    console.log(`${mark} ${sample.id}  没收下：${result.reason}\n`)
    return
  }
  console.log(`${mark} ${sample.id}  ${view.title}`)
  console.log(
    `  ${kindNames[view.kind]} · ${categoryNames[view.category]} · ${urgencyNames[view.urgency]} · ${view.placeName} · 编号 ${view.number}`,
  )
  const steps = [...view.timeline].reverse()
  for (const step of steps) printStep(step, view)
  const took = (steps.at(-1)?.at ?? 0) - (steps[0]?.at ?? 0)
  console.log(`  从说出来到销号：${(took / 1000).toFixed(2)} 秒\n`)
}

function printStep(step: TimelineStep, view: AppealView): void {
  const at = new Date(step.at).toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour12: false })
  const said = step.answer ? answerNames[step.answer] : step.words
  console.log(`  ${at}  ${step.actor}  ${transitions[step.action].name}${said ? `：${said}` : ''}`)
  if (!step.dispatch || !step.organisation) return
  const { reason, ruleNumber, ruleVersion } = step.dispatch
  console.log(
    `            派给${step.organisation.name}。${reason}（规则 ${ruleNumber} · 第 ${ruleVersion} 版）`,
  )
  const day = (time: number) =>
    new Date(time).toLocaleString('zh-CN', {
      timeZone: 'Asia/Shanghai',
      hour12: false,
      dateStyle: 'short',
      timeStyle: 'short',
    })
  console.log(
    `            ${day(view.acceptBy)} 前接单${view.resolveBy === undefined ? '' : `，${day(view.resolveBy)} 前办完`}`,
  )
}
