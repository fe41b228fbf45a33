export default definePageConfig({
  navigationBarTitleText: '换一样',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
