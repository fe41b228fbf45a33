export default definePageConfig({
  navigationBarTitleText: '管理',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
