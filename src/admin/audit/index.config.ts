export default definePageConfig({
  navigationBarTitleText: '操作记录',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  onReachBottomDistance: 200,
})
