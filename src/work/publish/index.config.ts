export default definePageConfig({
  navigationBarTitleText: '发任务',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
