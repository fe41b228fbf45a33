/** 430 米, 1.2 公里 */
export function distance(metres: number): string {
  return metres < 1000 ? `${Math.round(metres / 10) * 10} 米` : `${(metres / 1000).toFixed(1)} 公里`
}

/** Minutes on a scooter through streets, rounded up: about 15 km/h. */
export const ridingMinutes = (metres: number): number => Math.max(1, Math.ceil(metres / 250))
