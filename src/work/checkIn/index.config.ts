export default definePageConfig({
  navigationBarTitleText: '亮码签到',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
