export default definePageConfig({
  navigationBarTitleText: '兑换审批',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
