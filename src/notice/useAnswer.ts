import { useRef, useState } from 'react'
import type { Answer } from '../../domain/appeal/names'
import { possibleActions } from '../../domain/appeal/possible'
import type { AppealView } from '../../domain/contract'
import { thanks } from '../appeal/Answers'
import { rememberAnswered } from '../appeal/answered'
import { isRefused, useStep } from '../appeal/useStep'
import { call } from '../call/call'
import { asRefused, type Refused } from '../call/refused'
import { toast } from '../ui/toast'

interface Options {
  /** The item does not wait any more. */
  onAnswered: () => void
  onRefused: (refused: Refused, again: () => void) => void
}

/** The person's word from the inbox: looks how the appeal stands now, then says it. 不满意 asks for words first. */
export function useAnswer({ onAnswered, onRefused }: Options) {
  const under = useRef(false)
  /** Of which appeal an answer is on its way. */
  const [busy, setBusy] = useState<string>()
  const [unsatisfied, setUnsatisfied] = useState<AppealView>()
  const { take } = useStep()

  const settled = (appeal: string, sentence: string) => {
    rememberAnswered(appeal, Date.now())
    toast(sentence)
    onAnswered()
  }
  const say = async (appeal: string, answer: Answer) => {
    const view = await call('appeal.view', { id: appeal })
    const possible = possibleActions(view.situation, undefined, view.relations, Date.now())
    if (!possible.includes('confirm')) return settled(appeal, '这件已经不用再说了，谢谢您')
    if (answer === 'unsatisfied') return setUnsatisfied(view)
    const done = await take('appeal.confirm', { id: appeal, version: view.version, answer })
    if (isRefused(done)) throw done
    settled(appeal, thanks[answer])
  }
  const answer = async (appeal: string, word: Answer) => {
    if (under.current) return
    under.current = true
    setBusy(appeal)
    try {
      await say(appeal, word)
    } catch (thrown) {
      onRefused(asRefused(thrown), () => answer(appeal, word))
    } finally {
      under.current = false
      setBusy(undefined)
    }
  }
  return { busy, answer, unsatisfied, closeUnsatisfied: () => setUnsatisfied(undefined) }
}
