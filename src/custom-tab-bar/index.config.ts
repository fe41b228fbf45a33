// Without sharing, WeChat would keep the style sheets of the app out of it.
export default { component: true, styleIsolation: 'apply-shared' }
