export default definePageConfig({
  navigationBarTitleText: '诉求',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
