export default definePageConfig({
  navigationBarTitleText: '我代报的',
  navigationBarBackgroundColor: '@staffBar',
  navigationBarTextStyle: 'white',
  enablePullDownRefresh: true,
})
