export default definePageConfig({
  navigationBarTitleText: '工作台',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
