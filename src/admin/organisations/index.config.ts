export default definePageConfig({
  navigationBarTitleText: '单位',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
