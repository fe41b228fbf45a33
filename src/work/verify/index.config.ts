export default definePageConfig({
  navigationBarTitleText: '验收',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
