export default definePageConfig({
  navigationBarTitleText: '治理项目',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
