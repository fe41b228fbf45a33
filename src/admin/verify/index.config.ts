export default definePageConfig({
  navigationBarTitleText: '核对记录',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
