/**
 * The privacy text that people agree to when they register, of the version in limits.ts: change both together. What it
 * says is what the code does; each line can be checked against a rule.
 */
export const privacyText = [
  {
    title: '存什么',
    lines: [
      '您的称呼、职业、平台和报到的社区，是您自己填的。',
      '您说的事、拍的照片、录的话和办理的经过。照片里的位置信息先去掉。',
      '电话只在您点“留电话”时才存，单独放着。',
    ],
  },
  {
    title: '给谁看',
    lines: [
      '办事的人看得到事情和照片、听得到录音，看不到您是谁。录音里是您的声音，不想让人听出来就打字。',
      '选实名，接单的人能看电话；选保密，只有回访的人能看；选匿名，谁也看不到。',
      '每看一次电话都记下是谁、为什么，您在“谁看过我的电话”里看得到。',
      '写在内容里的电话和证件号，给别人看时会盖住。',
    ],
  },
  {
    title: '怎么拿走、怎么删',
    lines: [
      '“导出我的资料”把存的都给您一份。',
      '“注销”删掉称呼、职业、社区、电话和您的微信标识。办到一半的事接着办完，只是没人再问您。',
      '不报到、不留电话，也能说事、拍照、看进展。',
    ],
  },
] as const
