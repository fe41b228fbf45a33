export default definePageConfig({
  navigationBarTitleText: '单位',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
