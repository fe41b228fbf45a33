export default definePageConfig({ navigationBarTitleText: '认领一件事' })
