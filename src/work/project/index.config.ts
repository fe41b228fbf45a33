export default definePageConfig({
  navigationBarTitleText: '治理项目',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
