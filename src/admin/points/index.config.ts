export default definePageConfig({
  navigationBarTitleText: '积分规则',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
