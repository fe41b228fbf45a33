export default definePageConfig({
  navigationBarTitleText: '会议',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
