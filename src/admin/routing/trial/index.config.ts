export default definePageConfig({
  navigationBarTitleText: '拿最近 90 天试',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
})
