export default definePageConfig({
  navigationBarTitleText: '工作台',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
