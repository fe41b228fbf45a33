export default definePageConfig({
  navigationBarTitleText: '查找诉求',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
