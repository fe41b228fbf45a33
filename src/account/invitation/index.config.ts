export default definePageConfig({ navigationBarTitleText: '邀请您来' })
