import { privacyText } from '../../domain/people/privacyText.ts'
import { privacyKinds } from './kinds.ts'

/** docs/privacy-guide.md: what to paste into the console, kind by kind, in its own order and words. */
export function privacyGuide(): string {
  const declared = privacyKinds.flatMap((kind) =>
    'purpose' in kind ? [`| ${kind.label} | ${kind.purpose} |`] : [],
  )
  const others = privacyKinds.flatMap((kind) => ('purpose' in kind ? [] : [kind.label]))
  return `# 用户隐私保护指引

Written by \`npm run privacy\` from scripts/privacy/kinds.ts. Paste it into the console: 设置 → 服务内容声明 → 用户隐私保护指引. A test holds the code and app.json to the same table.

## 要勾选的信息和用途

| 收集的信息 | 用途（为了……） |
| --- | --- |
${declared.join('\n')}

不要勾选：${others.join('、')}。

## 补充说明

${privacyText.map(({ title, lines }) => `**${title}**\n\n${lines.map((line) => `- ${line}`).join('\n')}`).join('\n\n')}
`
}
