export default definePageConfig({
  navigationBarTitleText: '值班表',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
