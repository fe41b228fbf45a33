export default definePageConfig({ navigationBarTitleText: '我的志愿时长', onReachBottomDistance: 200 })
