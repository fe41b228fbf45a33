export default definePageConfig({ navigationBarTitleText: '您也看到的' })
