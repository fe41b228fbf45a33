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
  proposedId: '建议单位',
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
