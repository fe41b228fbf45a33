export default definePageConfig({
  navigationBarTitleText: '管理',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
