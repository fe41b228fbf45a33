export default definePageConfig({
  navigationBarTitleText: '免责门槛',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
