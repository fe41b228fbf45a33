export default definePageConfig({
  navigationBarTitleText: '验收',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
