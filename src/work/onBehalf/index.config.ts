export default definePageConfig({
  navigationBarTitleText: '代报',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
