export default definePageConfig({
  navigationBarTitleText: '查找诉求',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
