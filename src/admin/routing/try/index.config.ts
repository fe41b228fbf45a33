export default definePageConfig({
  navigationBarTitleText: '试一试',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
