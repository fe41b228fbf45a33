export default definePageConfig({
  navigationBarTitleText: '值班表',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
