/**
 * The closed list of refusals: code → the sentence that a person reads. It says what happened, what it cost
 * (nothing), and what to do now. `{name}` is filled from the refusal's details. The tone is look.md, "Words".
 */
export const refusals = {
  SIGN_IN_NEEDED: '还没认出您是谁。请从微信里重新打开小程序。',
  ACTION_UNKNOWN: '您手机上的版本旧了。请关掉小程序再打开，写的都还在。',
  REQUEST_ID_MISSING: '您手机上的版本旧了。请关掉小程序再打开，写的都还在。',
  FIELD_UNKNOWN: '多带了认不得的内容（{field}），没有收下。请关掉小程序再打开试试。',
  FIELD_INVALID: '“{field}”这一项不对，没有收下。请改一改再发，写的都还在。',
  HAT_UNKNOWN: '这个身份已经不在您名下。请换个身份再办。',

  TOO_OFTEN: '您办得有点快，先歇一会儿。{until} 以后再来，写的都还在。',
  JUST_ACTED: '刚办过事，什么都没删。{until} 以后再来注销。',
  CONSENT_OLD: '隐私说明有了新的一版。请看一眼再同意，填的都还在。',
  PHONE_NOT_GIVEN: '没拿到您的电话，没有存。请再点一次，不留也能用。',
  PHONE_NONE: '本人没留电话，联系不上。请写跟进，本人看得到。',
  PHONE_HIDDEN: '本人选了不让看电话，没给您看。请写跟进，本人看得到。',
  PHONE_LATER: '办完了、换没经手的人回访时才能看电话，没给您看。请写跟进，本人看得到。',
  PERSON_NOT_FOUND: '没找到这个人。请回到名单里刷新再看。',
  APPOINTMENT_OVER: '这个任职已经结束了，没有动它。请刷新名单再看。',
  APPOINTMENTS_FULL: '这个人的任职记录满了，加不上。请换个人，或请管理员清一清。',
  ALREADY_APPOINTED: '您在这里已经有这个身份了，不用再接。邀请还留着，可以给别人。',
  ROLE_NOT_YOURS: '这个身份不归您任免。请找上级的管理员来办。',
  LAST_ADMINISTRATOR: '全市只剩这一位管理员了，没有动。请先请好下一位。',
  INVITATION_NOT_FOUND: '没找到这个邀请。请让邀请您的人再发一次。',
  INVITATION_OVER: '这个邀请用不了了：{reason}。请让邀请您的人再发一次。',
  INVITATION_OWN: '自己发的邀请自己不能接，邀请还留着。请发给要请的人。',
  CODE_WRONG: '设置码不对，什么都没改。请对着部署时打印的再输一遍。',
  CODE_USED: '设置码已经用过了。请找现在的管理员邀请您。',
  CODE_PICTURE_FAILED: '二维码没画出来，别的都好好的。过一会儿再点一次，或者先发链接。',

  NOTHING_SAID: '还没说是什么事。写一句或拍一张就行。',
  TEXT_EMPTY: '还没写内容。写一句就行。',
  TEXT_TOO_LONG: '写得有点长，最多 {limit} 个字。请删短些再发，写的都还在。',
  TOO_MANY_PHOTOS: '照片最多 {limit} 张。请去掉几张再发。',
  PHOTO_NOT_YOURS: '有张照片不是您传的，没有收下。请重新拍一张。',
  PHOTO_NOT_FOUND: '有张照片没传上来。请把它去掉，重新拍一张。',
  AREA_NOT_FOUND: '没找到这个社区。请重新选一个，写的都还在。',
  CITY_NOT_READY: '这座城市还没开通。写的先存在手机上，开通后再发。',
  ORGANISATION_NOT_FOUND: '没找到这个单位。请重新选一个。',
  ORGANISATION_SAME: '它现在就在{organisation}手里。请选别的单位。',
  REASON_NEEDED: '还没写原因。写一句，本人也看得到。',
  PHOTO_NEEDED: '随手拍要有办完后的照片。请拍一张再解单。',

  APPEAL_NOT_FOUND: '没找到这件事。请回到列表里重新打开。',
  NOT_YOURS: '这件事不归您现在的身份办。请换个身份，或回到自己的列表。',
  NOT_POSSIBLE: '这件事{state}，不能{action}。{possible}',
  ALREADY_ACCEPTED: '{organisation}已经有人接了这件事，没算您的。看看列表里别的。',
  RETURNED_TOO_OFTEN: '这件事已经退过两次，兜底单位要接着办，不能再退。请接单，或请上级协调。',
  NOTHING_ABOVE: '上面没有可以退给的单位了。请接单办理。',
  STALE: '这件事刚有了新进展，没有动它。请看一眼最新的再办。',
  LOG_FULL: '这件事的记录满了。请解单，或请上级协调。',

  ROTA_STALE: '值班表刚被别人改过，您排的没有存。请看一眼新的再排。',
  ROTA_FULL: '一周最多排 {limit} 个班，没有存。请合并几个再排。',
  SHIFTS_OVERLAP: '{name}{day}有两个班时间重了，没有存。请改一个再存。',
  NOT_COLLEAGUE: '选的人不在本单位值班的人里，没有存。请换一位同事。',
  LEAVES_BEFORE: '那个班结束以前{name}的任期就到了，什么都没动。请另找一位同事。',
  NOT_ON_DUTY: '您现在不在班上，没有记下。当班时和下班后两小时内都能交班。',
  SHIFT_NOT_FOUND: '没找到这个班，什么都没动。请看一眼新的值班表。',
  SHIFT_NOT_YOURS: '这个班不是您的，什么都没动。自己的班才能请人替。',
  SHIFT_BEGUN: '这个班已经开始了，什么都没动。有事请在交班里留话。',
  SWAP_WITH_ONESELF: '请人替班要选别人，什么都没动。请选一位同事。',
  SWAP_PENDING: '这个班已经在请{name}替，没有再请。请等一等，或者先收回。',
  SWAP_OVERLAPS: '{name}那会儿自己有班，没有换。请找别的同事替。',
  SWAP_NOT_FOUND: '没找到这次换班，什么都没动。请看一眼新的值班表。',
  SWAP_SETTLED: '这次换班{state}，没有再动。请看一眼新的值班表。',
  SWAPS_FULL: '这两周的换班太多了，没有再记。请找书记重排值班表。',
  ORGANISATION_STALE: '{organisation}刚被别人改过，没有动它。请看一眼最新的再改。',
  ORGANISATION_CLOSED: '{organisation}已经关了，没有动它。要用请先重新启用。',
  ALREADY_OPEN: '{organisation}本来就在用，没有动它。不用再点。',
  NAME_TAKEN: '{parent}下面已经有一个{organisation}，没有再建。请换个名字。',
  KIND_MISPLACED: '{kind}不能放在{parent}下面，没有动它。请换一个上级。',
  NOT_MOVABLE: '{kind}跟着所在的地方走，不能单独移。没有动它，可以并入另一个。',
  BELOW_ITSELF: '{organisation}不能放到自己下面，没有动它。请换一个上级。',
  ALREADY_THERE: '{organisation}本来就在{parent}下面，没有动它。请换一个上级。',
  CHILDREN_LEFT: '{organisation}下面还有 {count} 个在用的单位，没有动它。请先把它们移走或关掉。',
  WORK_LEFT: '{organisation}手里还有 {count} 件没办完，没有关。请先办完、转走，或并入别的单位。',
  CATCH_ALL_NEEDED: '{organisation}还要给 {count} 个单位兜底，没有动它。请先把它们移走或关掉。',
  MERGE_SELF: '{organisation}不能并入自己，没有动它。请换一个单位。',
  MERGE_KINDS: '{organisation}是{kind}，和{heir}不是一类，没有并。请选同一类的。',
  MERGED_ALREADY: '{organisation}已经并入{heir}，没有动它。要办事请到{heir}。',
  UNSETTLED: '{organisation}上次的调整还没办完，没有动它。请打开它，先接着办完。',
  BOUNDARY_INVALID: '{fault}。原来的边界没有动，请改好再导入。',
  ROWS_FAULTY: '有 {count} 行要改，一行也没导入。请照着改好再来。',
  CSV_UNREADABLE: '这张表读不出来：{fault}。什么也没导入，请改好再来。',

  RULES_STALE: '规则刚被别人换过，您改的没有生效，都还在手机上。请看一眼现在的再定。',
  RULES_FAULTY: '有一条要改：{fault}。没有生效，请改好再来。',
  RULES_SAME: '和现在的规则一样，没有换。不用再点。',
  RULES_FULL: '规则最多 {limit} 条，没有收下。请合并几条再来。',
  RULES_NOT_FOUND: '没找到这一版规则，什么都没动。请看一眼历次的规则。',
  CITY_ONLY: '派单规则全市一套，没有动它。请用市里管理员的身份来办。',

  OFFLINE: '没连上，写的先存在手机上。有信号了再点一次。',
  INTERNAL: '没办成，不是您的问题，写的都还在。过一会儿再点一次。',
} as const satisfies Record<string, string>

/** What people call the fields of the contract, for refusals that name one. */
export const fieldNames = {
  kind: '类型',
  category: '类别',
  urgency: '紧急程度',
  text: '内容',
  words: '内容',
  photos: '照片',
  area: '社区',
  identity: '谁能知道是您',
  trade: '职业',
  relief: '处罚情况',
  answer: '答复',
  organisationId: '单位',
  nickname: '称呼',
  platform: '平台',
  communityId: '社区',
  title: '岗位',
  role: '身份',
  until: '到期时间',
  code: '码',
  token: '邀请',
  proposedId: '建议单位',
  weekly: '班次',
  cover: '值班要求',
  toId: '替班的人',
  day: '日期',
  name: '名字',
  parentId: '上级',
  heirId: '并入的单位',
  hours: '开放时间',
  trades: '服务对象',
  phone: '电话',
  centre: '位置',
  boundary: '边界',
  csv: '表格',
  ids: '选中的单位',
  rules: '规则',
} as const satisfies Record<string, string>

export type RefusalCode = keyof typeof refusals
export type RefusalDetails = Record<string, string | number>

/** The sentence for a code, with its details filled in. A detail that is missing is left out. */
export function refusalSentence(code: RefusalCode, details: RefusalDetails = {}): string {
  return refusals[code].replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? ''))
}

/** An expected failure: the person is told `message`, nothing was changed. */
export class Refusal extends Error {
  readonly code: RefusalCode
  constructor(code: RefusalCode, details?: RefusalDetails) {
    super(refusalSentence(code, details))
    this.name = 'Refusal'
    this.code = code
  }
}
