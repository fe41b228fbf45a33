import Taro from '@tarojs/taro'

/** Asks for one message of each of these templates; those that were granted. Only in a tap, and before anything else is waited for. */
export async function askWeChat(templateIds: string[]): Promise<string[]> {
  try {
    // The field that Alipay needs is not WeChat's.
    const options: Omit<Taro.requestSubscribeMessage.Option, 'entityIds'> = { tmplIds: templateIds }
    const answer: unknown = await Taro.requestSubscribeMessage(options as Taro.requestSubscribeMessage.Option)
    return templateIds.filter((id) => Reflect.get(Object(answer), id) === 'accept')
  } catch {
    // Switched off altogether, or not in a tap: there is nothing to say about it here.
    return []
  }
}
