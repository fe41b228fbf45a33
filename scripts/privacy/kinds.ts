/** A kind of information as WeChat's console lists it (用户隐私保护指引), and what in the code touches it. */
export interface PrivacyKind {
  /** As the console writes it. */
  label: string
  /** WeChat's interfaces and components that are closed until this kind is declared. */
  interfaces: readonly string[]
  /** 为了…, what it is for; none: we do not touch it, and may not. */
  purpose?: string
}

/**
 * All kinds that WeChat asks to be declared. A test holds the code to it: what is used has a purpose here, what has a
 * purpose is used, and app.json names no more.
 */
export const privacyKinds = [
  {
    label: '昵称、头像',
    interfaces: ['="nickname"', 'chooseAvatar', 'getUserInfo', 'getUserProfile'],
    purpose: '让您自己选一个称呼，办事的人好称呼您',
  },
  {
    label: '位置信息',
    interfaces: ['getLocation', 'getFuzzyLocation', 'startLocationUpdate', 'onLocationChange'],
    purpose: '找到您所在的社区和附近的任务，到了地方能签到；不开也能用，自己选地方就行',
  },
  { label: '选择的位置信息', interfaces: ['chooseLocation', 'choosePoi'] },
  { label: '地址', interfaces: ['chooseAddress'] },
  { label: '发票信息', interfaces: ['chooseInvoice', 'chooseInvoiceTitle'] },
  { label: '微信运动步数', interfaces: ['getWeRunData'] },
  {
    label: '手机号',
    interfaces: ['getPhoneNumber', 'getRealtimePhoneNumber'],
    purpose: '您点“留电话”时存下来，按您选的保密程度给办事或回访的人看，每看一次都有记录',
  },
  {
    label: '选中的照片或视频信息',
    interfaces: ['chooseMedia', 'chooseImage', 'chooseVideo'],
    purpose: '把您拍的现场交给办事的人看；照片里的位置信息先去掉',
  },
  { label: '选中的文件', interfaces: ['chooseMessageFile'], purpose: '管理员导入社区名单' },
  {
    label: '麦克风',
    interfaces: ['getRecorderManager', 'startRecord', 'live-pusher', 'joinVoIPChat'],
    purpose: '不方便打字时，按住说话就能提诉求',
  },
  { label: '摄像头', interfaces: ['<Camera', 'createVKSession', 'voip-room'] },
  { label: '蓝牙', interfaces: ['openBluetoothAdapter', 'createBLEPeripheralServer'] },
  { label: '相册（仅写入）权限', interfaces: ['saveImageToPhotosAlbum', 'saveVideoToPhotosAlbum'] },
  { label: '通讯录（仅写入）权限', interfaces: ['addPhoneContact'] },
  {
    label: '日历（仅写入）权限',
    interfaces: ['addPhoneCalendar', 'addPhoneRepeatCalendar'],
    purpose: '您点“记到日历”时，把领的任务记进手机日历',
  },
  { label: '加速传感器', interfaces: ['startAccelerometer', 'onAccelerometerChange'] },
  { label: '磁场传感器', interfaces: ['startCompass', 'onCompassChange'] },
  { label: '方向传感器', interfaces: ['startDeviceMotionListening', 'onDeviceMotionChange'] },
  { label: '陀螺仪传感器', interfaces: ['startGyroscope', 'onGyroscopeChange'] },
  {
    label: '剪切板',
    interfaces: ['setClipboardData', 'getClipboardData'],
    purpose: '您点“复制”时，把邀请码、找回码、地址放进剪切板；从不读取',
  },
] as const satisfies readonly PrivacyKind[]

/** Of the position interfaces, those that app.json must name before WeChat opens them. */
export const namedInAppJson = [
  'getLocation',
  'getFuzzyLocation',
  'startLocationUpdate',
  'onLocationChange',
  'chooseLocation',
  'choosePoi',
  'chooseAddress',
] as const
