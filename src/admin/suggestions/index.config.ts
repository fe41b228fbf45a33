export default definePageConfig({
  navigationBarTitleText: '分类建议',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
