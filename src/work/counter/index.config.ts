export default definePageConfig({
  navigationBarTitleText: '核销',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
