let shown: HTMLElement | undefined
let timer: ReturnType<typeof setTimeout>

/** WeChat's toast: one at a time, over everything. */
export function showToast({ title, duration = 1500 }: { title: string; duration?: number }): object {
  shown?.remove()
  clearTimeout(timer)
  shown = document.createElement('div')
  shown.className = 'host-toast'
  shown.textContent = title
  document.body.append(shown)
  timer = setTimeout(() => shown?.remove(), duration)
  return {}
}
