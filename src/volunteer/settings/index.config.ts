export default definePageConfig({ navigationBarTitleText: '跑单时段和五员' })
