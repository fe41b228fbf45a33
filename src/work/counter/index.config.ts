export default definePageConfig({
  navigationBarTitleText: '核销',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
