export default definePageConfig({
  navigationBarTitleText: '志愿任务',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
