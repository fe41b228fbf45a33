export default definePageConfig({
  navigationBarTitleText: '骑手群',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
