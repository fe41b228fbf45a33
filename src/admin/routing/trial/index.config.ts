export default definePageConfig({
  navigationBarTitleText: '拿最近 90 天试',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
