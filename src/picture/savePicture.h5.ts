/** Gives the person a picture as a file of their own: the browser's download. */
export async function savePicture(url: string, name: string): Promise<void> {
  const link = document.createElement('a')
  link.href = url
  link.download = `${name}.png`
  link.click()
}
