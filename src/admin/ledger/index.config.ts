export default definePageConfig({
  navigationBarTitleText: '积分对账',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
