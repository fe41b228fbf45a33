export default definePageConfig({
  navigationBarTitleText: '任务',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
  enableShareAppMessage: true,
})
