export default definePageConfig({ navigationBarTitleText: '我有设置码' })
