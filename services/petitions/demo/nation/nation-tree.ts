/** An institution of the generated nation, with the departments and people its petitions name. */
export interface NationInstitution {
  readonly institutionId: string;
  readonly name: string;
  readonly shortName: string;
  readonly level: 'SUPREME' | 'PROVINCIAL' | 'MUNICIPAL' | 'DISTRICT';
  readonly numberPrefix: string;
  readonly complaintsDepartmentId: string;
  readonly criminalDepartmentId: string;
  readonly clerkId: string;
  readonly handlerIds: readonly string[];
  /** From the one above up to the highest. */
  readonly ancestorIds: readonly string[];
}

/** Of 3,600 institutions: 32 of provinces, and eleven times as many of cities. */
const PROVINCES_SHARE = 32 / 3600;
const CITIES_SHARE = 352 / 3600;
const KIND = { institution: 1, complaints: 2, criminal: 3, clerk: 4, handler: 5, otherHandler: 6 } as const;

/** Four levels: the nation, its provinces, their cities, and the districts, in turn. The same ones on every call. */
export function nationTree(count: number): NationInstitution[] {
  const provinces = count > 1 ? Math.max(1, Math.round(count * PROVINCES_SHARE)) : 0;
  const cities = count > 2 ? Math.max(1, Math.round(count * CITIES_SHARE)) : 0;
  const tree: NationInstitution[] = [];
  for (let at = 0; at < count; at += 1) {
    const [level, above] = placeOf(at, provinces, cities);
    const parent = above === null ? undefined : tree[above];
    tree.push(institution(at, level, parent ? [parent.institutionId, ...parent.ancestorIds] : []));
  }
  return tree;
}

function placeOf(at: number, provinces: number, cities: number): [NationInstitution['level'], number | null] {
  if (at === 0) return ['SUPREME', null];
  if (at <= provinces) return ['PROVINCIAL', 0];
  const firstCity = provinces + 1;
  if (at < firstCity + cities) return ['MUNICIPAL', 1 + ((at - firstCity) % provinces)];
  return ['DISTRICT', cities === 0 ? 0 : firstCity + ((at - firstCity - cities) % cities)];
}

function institution(at: number, level: NationInstitution['level'], ancestorIds: readonly string[]): NationInstitution {
  const number = String(at).padStart(4, '0');
  const id = (kind: keyof typeof KIND) => `01980000-0000-7000-9000-${KIND[kind]}${String(at).padStart(11, '0')}`;
  return {
    institutionId: id('institution'),
    name: `第${number}号人民检察院`,
    shortName: number,
    level,
    numberPrefix: `检${number}控申`,
    complaintsDepartmentId: id('complaints'),
    criminalDepartmentId: id('criminal'),
    clerkId: id('clerk'),
    handlerIds: [id('handler'), id('otherHandler')],
    ancestorIds,
  };
}
