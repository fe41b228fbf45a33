module.exports = {
  presets: [['taro', { framework: 'react', ts: true, hot: false, compiler: 'webpack5', useBuiltIns: false }]],
}
