export default definePageConfig({
  navigationBarTitleText: '运行情况',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
