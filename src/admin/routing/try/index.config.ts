export default definePageConfig({
  navigationBarTitleText: '试一试',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
