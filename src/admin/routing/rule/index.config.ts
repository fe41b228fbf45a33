export default definePageConfig({
  navigationBarTitleText: '改规则',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
