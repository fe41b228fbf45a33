export default definePageConfig({
  navigationBarTitleText: '没接受的邀请',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
