export default definePageConfig({
  navigationBarTitleText: '超市上架',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
