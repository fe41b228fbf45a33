export default definePageConfig({
  navigationBarTitleText: '发任务',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
