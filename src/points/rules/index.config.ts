export default definePageConfig({
  navigationBarTitleText: '分怎么算',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
