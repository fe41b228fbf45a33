export default definePageConfig({
  navigationBarTitleText: '历次的规则',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
