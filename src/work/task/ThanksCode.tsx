import { codeWords } from '../../../domain/filing/filing'
import { useRead } from '../../call/useRead'
import { Row } from '../../ui/Row'

/** 谢谢码: ten digits to be read aloud to the beneficiary. */
export function ThanksCode({ id, hat }: { id: string; hat: string }) {
  const { data, seen } = useRead('task.thanksCode', { id }, hat)
  const code = (data ?? seen?.data)?.code
  if (!code) return null
  return (
    <Row icon="heart" title={`谢谢码 ${codeWords(code)}`} meta="念给受助的人，在“我的”里点“说声谢谢”输进去" />
  )
}
