export default definePageConfig({
  navigationBarTitleText: '志愿任务',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
