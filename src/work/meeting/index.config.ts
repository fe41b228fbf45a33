export default definePageConfig({
  navigationBarTitleText: '会议',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
