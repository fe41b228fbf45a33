export default definePageConfig({
  navigationBarTitleText: '免责门槛',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
