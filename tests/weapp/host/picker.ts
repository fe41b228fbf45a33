import { BuiltIn } from './elements.ts'

/** WeChat's picker: a tap on what is inside opens a sheet with one column, or with a date or a time. */
export class Picker extends BuiltIn {
  override tapDetail() {
    setTimeout(() => this.open(), 0)
    return undefined
  }

  private open() {
    const mode = String(this.given('mode') ?? 'selector')
    if (this.given('disabled') === true) return
    const sheet = document.createElement('div')
    sheet.className = 'host-picker'
    const head = document.createElement('header')
    head.append(this.button('取消', () => sheet.remove()))
    const body = document.createElement('div')
    body.className = 'host-picker-body'
    sheet.append(head, body)
    const choose = (value: unknown) => {
      sheet.remove()
      this.tell('change', { value })
    }
    if (mode === 'selector') {
      for (const [index, text] of (this.given('range') as string[]).entries())
        body.append(this.button(text, () => choose(String(index))))
    } else if (mode === 'date' || mode === 'time') {
      const field = document.createElement('input')
      Object.assign(field, { type: mode, value: String(this.given('value') ?? '') })
      body.append(field)
      head.append(this.button('确定', () => choose(field.value)))
    } else throw new Error(`the host has no picker of ${mode}`)
    document.body.append(sheet)
  }

  private button(text: string, onClick: () => void) {
    const button = document.createElement('button')
    button.textContent = text
    button.addEventListener('click', onClick)
    return button
  }
}
