export default definePageConfig({
  navigationBarTitleText: '积分规则',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
