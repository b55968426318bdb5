/** One fetch to a subgraph; answers its data. */
export type Call = (subgraph: string, query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Data>;
// biome-ignore lint/suspicious/noExplicitAny: hand-written joins over untyped JSON are what is being measured
type Data = any;
type Row = Data;
export type FanOut = (variables: Readonly<Record<string, unknown>>) => Promise<Data>;

const references = (typename: string, ids: readonly string[]) => ids.map((id) => ({ __typename: typename, id }));
const unique = (ids: readonly string[]) => [...new Set(ids)];
const entities = (selection: string) => `query($r:[_Any!]!){_entities(representations:$r){${selection}}}`;

/**
 * The practical limit of a gateway: each operation written by hand, with the fewest possible fetches, no parsing,
 * planning, checking or projecting.
 */
export function handWrittenFanOut(call: Call): Readonly<Record<string, FanOut>> {
  async function fetchById(subgraph: string, typename: string, ids: readonly string[], fields: string) {
    const query = entities(`...on ${typename}{${fields}}`);
    const { _entities } = await call(subgraph, query, { r: references(typename, ids) });
    return new Map<string, Row>(ids.map((id, at) => [id, _entities[at]]));
  }

  return {
    Me: (variables) => call('people', 'query($id:ID!){person(id:$id){id name avatarUrl}}', variables),
    List: (variables) => list(call, fetchById, variables),
    Deep: (variables) => deep(call, fetchById, variables),
    Dash: (variables) => dash(call, fetchById, variables),
  };
}

type FetchById = (
  subgraph: string,
  typename: string,
  ids: readonly string[],
  fields: string,
) => Promise<Map<string, Row>>;

async function list(call: Call, fetchById: FetchById, variables: Readonly<Record<string, unknown>>): Promise<Data> {
  const fields = 'id title status signatureCount goal createdAt tags author{id}station{id}';
  const query = `query($first:Int!,$offset:Int!){petitions(first:$first,offset:$offset){${fields}}}`;
  const { petitions } = await call('petitions', query, variables);
  const [people, stations, cases] = await Promise.all([
    fetchById('people', 'Person', unique(petitions.map((row: Row) => row.author.id)), 'id name avatarUrl'),
    fetchById('stations', 'Station', unique(petitions.map((row: Row) => row.station.id)), 'id name city'),
    fetchById(
      'mediation',
      'Petition',
      petitions.map((row: Row) => row.id),
      'mediation{id state rounds}commentCount',
    ),
  ]);
  for (const row of petitions) {
    row.author = people.get(row.author.id);
    row.station = stations.get(row.station.id);
    Object.assign(row, cases.get(row.id));
  }
  return { petitions };
}

async function deep(call: Call, fetchById: FetchById, variables: Readonly<Record<string, unknown>>): Promise<Data> {
  const fields = 'id title summary status signatureCount goal createdAt tags author{id}station{id}';
  const query = `query($first:Int!,$offset:Int!){petitions(first:$first,offset:$offset){${fields}}}`;
  const { petitions } = await call('petitions', query, variables);
  const stationIds = unique(petitions.map((row: Row) => row.station.id));
  const petitionIds = petitions.map((row: Row) => row.id);
  const [stations, cases] = await Promise.all([
    fetchById('stations', 'Station', stationIds, 'id name city address capacity manager{id}'),
    fetchById('mediation', 'Petition', petitionIds, 'mediation{id state openedAt rounds mediator{id}}commentCount'),
  ]);
  const ids = petitions.map((row: Row) => row.author.id);
  for (const station of stations.values()) ids.push(station.manager.id);
  for (const { mediation } of cases.values()) if (mediation) ids.push(mediation.mediator.id);
  const people = await fetchById('people', 'Person', unique(ids), 'id name avatarUrl town email verified');
  for (const station of stations.values()) {
    const { id, name, email } = people.get(station.manager.id);
    station.manager = { id, name, email };
  }
  for (const row of petitions) {
    const { id, name, avatarUrl, town } = people.get(row.author.id);
    row.author = { id, name, avatarUrl, town };
    row.station = stations.get(row.station.id);
    const { mediation, commentCount } = cases.get(row.id);
    if (mediation) mediation.mediator = mediator(people.get(mediation.mediator.id));
    row.mediation = mediation;
    row.commentCount = commentCount;
  }
  return { petitions };
}

function mediator({ id, name, verified }: Row): Row {
  return { id, name, verified };
}

async function dash(call: Call, fetchById: FetchById, variables: Readonly<Record<string, unknown>>): Promise<Data> {
  const list = (field: string, fields: string) => `query($offset:Int!){${field}(first:5,offset:$offset){${fields}}}`;
  const [{ me }, { petitions }, { stations }, { mediationCases }] = await Promise.all([
    call('people', '{me{id name}}'),
    call('petitions', list('petitions', 'id title author{id}'), variables),
    call('stations', list('stations', 'id name city'), variables),
    call('mediation', list('mediationCases', 'id state mediator{id}'), variables),
  ]);
  const ids = [...petitions.map((row: Row) => row.author.id), ...mediationCases.map((row: Row) => row.mediator.id)];
  const people = await fetchById('people', 'Person', unique(ids), 'id name');
  for (const row of petitions) row.author = people.get(row.author.id);
  for (const row of mediationCases) row.mediator = people.get(row.mediator.id);
  return { me, petitions, stations, mediationCases };
}
