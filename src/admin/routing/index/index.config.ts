export default definePageConfig({
  navigationBarTitleText: '派单规则',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
