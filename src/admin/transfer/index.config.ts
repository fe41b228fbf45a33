export default definePageConfig({
  navigationBarTitleText: '导入导出',
  navigationBarBackgroundColor: '#2A2723',
  navigationBarTextStyle: 'white',
})
