export default definePageConfig({
  navigationBarTitleText: '积分对账',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
