export default definePageConfig({
  navigationBarTitleText: '积分核对',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
