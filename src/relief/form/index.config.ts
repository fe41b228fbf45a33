export default definePageConfig({ navigationBarTitleText: '免责申诉' })
