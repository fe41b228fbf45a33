export default definePageConfig({
  navigationBarTitleText: '邀请',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
