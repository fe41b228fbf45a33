/** A city's territorial tree as it is kept in data/city: official names, and codes without their repeated heads. */
export interface CompactCity {
  source: CitySource
  code: string
  name: string
  districts: CompactDistrict[]
}

export interface CitySource {
  package: string
  version: string
  licence: string
  /** Who publishes what the package repeats, and the day that it describes. */
  origin: string
  /** The command line that made the file. */
  made: string
}

export interface CompactDistrict {
  code: string
  name: string
  streets: CompactStreet[]
}

export interface CompactStreet {
  code: string
  name: string
  communities: CompactCommunity[]
}

/** The three digits that follow the street's code, and the official name. */
export type CompactCommunity = [suffix: string, name: string]

export type CityLevel = 'city' | 'district' | 'street' | 'community'

export interface CityPlace {
  /** 4 digits for a city (2 for one that is a province), 6 for a district, 9 for a street, 12 for a community. */
  code: string
  /** The official name, such as 多福巷社区居委会. */
  name: string
  /** What people say, such as 多福巷社区; the official name where two neighbours would sound alike. */
  shortName: string
  level: CityLevel
  parentCode: string | null
}

/**
 * Lists every place of a city, each after the place that it belongs to.
 * Refuses nothing: the importer checked the codes. Codes are those of the National Bureau of Statistics.
 */
export function expandCity(city: CompactCity): CityPlace[] {
  const places = [place(city.code, city.name, 'city', null)]
  for (const district of city.districts) {
    places.push(place(district.code, district.name, 'district', city.code))
    for (const street of district.streets) {
      places.push(place(street.code, street.name, 'street', district.code), ...communitiesOf(street))
    }
  }
  return places
}

/**
 * The name as people say it: a residents' or villagers' committee is called by its community or village.
 * A 居委会 whose name doesn't hold the word 社区 stays one, because that is what people call it.
 */
export function spokenName(official: string): string {
  return official
    .replace(/社区(居民|村民)?(居民委员会|居委会|村民委员会|村委会|委员会|委会)$/, '社区')
    .replace(/嘎查(村民)?(委员会|委会)$/, '嘎查')
    .replace(/村?(村民委员会|村民委会|村委会)$/, '村')
    .replace(/居民委员会$/, '居委会')
}

function communitiesOf(street: CompactStreet): CityPlace[] {
  const spoken = street.communities.map(([, name]) => spokenName(name))
  const told = new Map<string, number>()
  for (const name of spoken) told.set(name, (told.get(name) ?? 0) + 1)
  return street.communities.map(([suffix, name], index) => {
    const short = spoken[index] ?? name
    const shortName = told.get(short) === 1 ? short : name
    return { code: street.code + suffix, name, shortName, level: 'community', parentCode: street.code }
  })
}

function place(code: string, name: string, level: CityLevel, parentCode: string | null): CityPlace {
  return { code, name, shortName: name, level, parentCode }
}
