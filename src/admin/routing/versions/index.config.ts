export default definePageConfig({
  navigationBarTitleText: '历次的规则',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
