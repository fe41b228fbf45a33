export default definePageConfig({
  navigationBarTitleText: '诉求',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
