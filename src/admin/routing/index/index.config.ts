export default definePageConfig({
  navigationBarTitleText: '派单规则',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
