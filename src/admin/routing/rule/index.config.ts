export default definePageConfig({
  navigationBarTitleText: '改规则',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
