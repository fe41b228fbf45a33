export default definePageConfig({ navigationBarTitleText: '蜂鸣', navigationStyle: 'custom' })
