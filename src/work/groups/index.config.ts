export default definePageConfig({
  navigationBarTitleText: '骑手群',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
