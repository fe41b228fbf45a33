export default definePageConfig({
  navigationBarTitleText: '亮码签到',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
