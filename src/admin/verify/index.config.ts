export default definePageConfig({
  navigationBarTitleText: '核对记录',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
