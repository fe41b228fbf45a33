export default definePageConfig({
  navigationBarTitleText: '超市上架',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
