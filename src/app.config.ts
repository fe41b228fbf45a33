import type Taro from '@tarojs/taro'

// On H5 every page draws its own bar (ui/Page), so that the preview looks as drawn.
const drawsOwnBar = process.env.TARO_ENV === 'h5'

const config: Taro.Config = {
  pages: [
    'home/index',
    'task/index',
    'me/index',
    'appeal/request/index',
    'appeal/snap/index',
    'appeal/detail/index',
    'appeal/seen/index',
    'notice/index',
    'me/register/index',
    'me/data/index',
    'me/looks/index',
    'me/privacy/index',
    'me/invitation/index',
    'me/setUp/index',
    'me/outbox/index',
    'appeal/claim/index',
    'appeal/project/index',
  ],
  subPackages: [
    { root: 'relief', pages: ['form/index', 'letter/index', 'rules/index'] },
    { root: 'task/detail', pages: ['index'] },
    { root: 'volunteer', pages: ['proof/index', 'settings/index', 'record/index'] },
    {
      root: 'work',
      pages: [
        'bench/index',
        'list/index',
        'search/index',
        'detail/index',
        'rota/index',
        'onBehalf/index',
        'filed/index',
        'projects/index',
        'project/index',
        'meetings/index',
        'meeting/index',
      ],
    },
    {
      root: 'admin',
      pages: [
        'index/index',
        'organisations/index',
        'organisation/index',
        'transfer/index',
        'people/index',
        'invitations/index',
        'invitation/index',
        'audit/index',
        'verify/index',
        'suggestions/index',
        'routing/index/index',
        'routing/rule/index',
        'routing/try/index',
        'routing/trial/index',
        'routing/versions/index',
      ],
    },
  ],
  window: {
    navigationBarTitleText: '蜂鸣',
    navigationBarBackgroundColor: '#F7F5F0',
    navigationBarTextStyle: 'black',
    backgroundColor: '#F7F5F0',
    backgroundColorTop: '#F7F5F0',
    backgroundColorBottom: '#F7F5F0',
    navigationStyle: drawsOwnBar ? 'custom' : 'default',
  },
  tabBar: {
    custom: true,
    color: '#554E44',
    selectedColor: '#1F1B16',
    backgroundColor: '#FFFEFB',
    list: [
      { pagePath: 'home/index', text: '首页' },
      { pagePath: 'task/index', text: '任务' },
      { pagePath: 'me/index', text: '我的' },
    ],
  },
  // Whoever looks at the list opens one of them next.
  preloadRule: { 'task/index': { network: 'all', packages: ['task/detail'] } },
  animation: false,
  cloud: true,
  lazyCodeLoading: 'requiredComponents',
  requiredPrivateInfos: ['getLocation'],
  permission: { 'scope.userLocation': { desc: '找到您所在的社区，少打几个字' } },
  __usePrivacyCheck__: true,
}

export default config
