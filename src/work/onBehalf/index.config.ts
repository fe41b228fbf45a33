export default definePageConfig({
  navigationBarTitleText: '代报',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
