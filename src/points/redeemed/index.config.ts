export default definePageConfig({
  navigationBarTitleText: '我换过的',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
