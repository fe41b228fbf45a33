export default definePageConfig({
  navigationBarTitleText: '兑换审批',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
