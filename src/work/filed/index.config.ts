export default definePageConfig({
  navigationBarTitleText: '我代报的',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
