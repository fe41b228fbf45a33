export default definePageConfig({ navigationBarTitleText: '任务', onReachBottomDistance: 200 })
