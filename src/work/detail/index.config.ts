export default definePageConfig({
  navigationBarTitleText: '诉求详情',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
