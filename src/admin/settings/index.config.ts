export default definePageConfig({
  navigationBarTitleText: '本市设置',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
