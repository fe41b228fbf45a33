/** News of a task, as the inbox says it: a short head and a sentence; {title} and {words} are filled in. */
export const taskNews = {
  // For who wants to help.
  taskOffered: ['空出一个名额', '「{title}」给您留到 {words}，点开认领就是您的。'],
  taskEdited: ['任务有变动', '「{title}」：{words}'],
  taskCancelled: ['任务取消了', '「{title}」不做了：{words}'],
  taskExpired: ['名额没留住', '「{title}」给您留了 10 分钟，没等到报到。还有名额就再点一次。'],
  taskMissed: ['没等到您', '「{title}」没见您签到，这次记一回没来。'],
  taskLapsed: ['没等到您', '「{title}」时间过了，没等到您，不影响您以后接着领。'],
  taskUnproved: ['没收到照片', '「{title}」一直没等到照片，没法验收了。'],
  taskVerified: ['验收通过了', '「{title}」{words}'],
  taskRejected: ['没通过验收', '「{title}」：{words}'],
  taskOverturned: ['复核没通过', '「{title}」：{words}'],
  taskThanked: ['有人谢谢您', '「{title}」：{words}'],
  taskForgiven: ['可以接着领任务了', '书记看过了，没来的那几回不再算。看看有什么能搭把手的。'],
  taskOverlapped: ['退了一个撞时间的', '「{title}」和您领的另一个任务时间撞了，给您退了，不影响您。'],
  // For everybody of a team or a community.
  taskCalled: ['小队有新任务', '「{title}」{words}'],
  taskMuster: ['应急集结，来不来？', '「{title}」{words} 点开说一声来不来。'],
} as const satisfies Record<string, readonly [head: string, sentence: string]>

export type TaskNews = keyof typeof taskNews

/** The two lines of an inbox item. */
export function taskNewsWords(
  news: TaskNews,
  { title, words }: { title: string; words: string },
): { head: string; sentence: string } {
  const [head, sentence] = taskNews[news]
  const said = /[^。！？!?…]$/.test(words) && sentence.endsWith('{words}') ? `${words}。` : words
  return { head, sentence: sentence.replace('{title}', title).replace('{words}', said).trim() }
}
