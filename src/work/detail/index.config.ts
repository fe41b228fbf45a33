export default definePageConfig({
  navigationBarTitleText: '诉求详情',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
