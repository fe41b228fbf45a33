export default definePageConfig({ navigationBarTitleText: '公函' })
