export default definePageConfig({ navigationBarTitleText: '签到交活' })
