export default definePageConfig({ navigationBarTitleText: '去社区报到' })
