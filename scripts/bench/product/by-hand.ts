import type { Executor, Transport } from '@everyletter/gateway/executor/executor';
import type { Viewer } from '@everyletter/kit/viewer';

// biome-ignore lint/suspicious/noExplicitAny: hand-written joins over untyped JSON are what is being measured
type Row = any;
type Call = (subgraph: string, query: string, variables?: Record<string, unknown>) => Promise<Row>;
type Answer = (call: Call, variables: Readonly<Record<string, unknown>>) => Promise<Row>;

const CLOCK = 'kind dueOn targetOn state remainingDays totalDays ticks usedTicks label{zh en}';
const PEOPLE = `query($s:[_Any!]!,$d:[_Any!]!){
  staff:_entities(representations:$s){...on Staff{id name title department{id name}}}
  departments:_entities(representations:$d){...on Department{id name head{id name}}}}`;

/** The practical limit of a gateway: each operation by hand, with the fewest fetches, no planning and no projecting. */
const ANSWERS: Readonly<Record<string, Answer>> = { Me: me, List: list, Deep: deep, Report: report };

/** Stands in the gateway's own shell, so that sessions, limits and headers cost the same. */
export function byHand(transport: Transport<Viewer>, apiSchema: Executor<Viewer>['apiSchema']): Executor<Viewer> {
  return {
    apiSchema,
    watchedField: () => null,
    async execute({ operationName = '', variables = {} }, viewer, signal) {
      const call: Call = async (subgraph, query, values) => {
        const { data, errors } = await transport(subgraph, { query, variables: values }, viewer, signal);
        if (errors) throw new Error(JSON.stringify(errors));
        return data;
      };
      const answer = ANSWERS[operationName];
      if (!answer) throw new Error(`Nothing written by hand for ${operationName}`);
      return { data: await answer(call, variables) };
    },
  };
}

function me(call: Call): Promise<Row> {
  return call('roster', '{viewer{accountId displayName roles institution{id name shortName level}}}');
}

async function list(call: Call, variables: Readonly<Record<string, unknown>>): Promise<Row> {
  const query = `query($until:LocalDate!){worklist(first:50,filter:{receivedTo:$until}){
    pageInfo{hasNextPage endCursor} edges{cursor node{
      id number channel category subject receivedOn state track handler{id} handlingDepartment{id}
      proceduralClock{${CLOCK}} substantiveClock{${CLOCK}}}}}}`;
  const data = await call('petitions', query, variables);
  const nodes: Row[] = data.worklist.edges.map(({ node }: Row) => node);
  const people = await fetchPeople(call, {
    staff: nodes.map(({ handler }) => handler),
    departments: nodes.map(({ handlingDepartment }) => handlingDepartment),
  });
  for (const node of nodes) {
    node.handler = node.handler && staffCard(people.staff.get(node.handler.id));
    const department = node.handlingDepartment && people.departments.get(node.handlingDepartment.id);
    node.handlingDepartment = department && { id: department.id, name: department.name };
  }
  return data;
}

async function deep(call: Call, variables: Readonly<Record<string, unknown>>): Promise<Row> {
  const query = `query($id:ID!){petition(id:$id){
    id number version channel category subject receivedOn state track receivingDepartment{id} handlingDepartment{id}
    handler{id} petitioner{name phone} proceduralClock{${CLOCK}} substantiveClock{${CLOCK}} matter{id state}
    timeline{id kind on words{zh en} actor{id}}}}`;
  const data = await call('petitions', query, variables);
  const { petition } = data;
  const people = await fetchPeople(call, {
    staff: [petition.handler, ...petition.timeline.map(({ actor }: Row) => actor)],
    departments: [petition.receivingDepartment, petition.handlingDepartment],
  });
  const receiving = people.departments.get(petition.receivingDepartment.id);
  petition.receivingDepartment = { id: receiving.id, name: receiving.name };
  petition.handlingDepartment &&= people.departments.get(petition.handlingDepartment.id);
  petition.handler &&= people.staff.get(petition.handler.id);
  for (const entry of petition.timeline) {
    const actor = entry.actor && people.staff.get(entry.actor.id);
    entry.actor = actor && { id: actor.id, name: actor.name };
  }
  return data;
}

async function report(call: Call, { id, from, to }: Readonly<Record<string, unknown>>): Promise<Row> {
  const query = `query($r:[_Any!]!,$from:LocalDate!,$to:LocalDate!){_entities(representations:$r){...on Institution{
    petitionReport(period:{from:$from,to:$to}){received{value} receivedByChannel{channel value}
      procedural{numerator strictRate reachableRate}}}}}`;
  const [own, figures] = await Promise.all([
    call('roster', 'query($id:ID!){institution(id:$id){id name shortName}}', { id }),
    call('petitions', query, { r: [{ __typename: 'Institution', id }], from, to }),
  ]);
  return { institution: { ...own.institution, ...figures._entities[0] } };
}

type Reference = { readonly id: string } | null;

async function fetchPeople(
  call: Call,
  { staff, departments }: { readonly staff: readonly Reference[]; readonly departments: readonly Reference[] },
): Promise<{ readonly staff: Map<string, Row>; readonly departments: Map<string, Row> }> {
  const staffIds = idsOf(staff);
  const departmentIds = idsOf(departments);
  const data = await call('roster', PEOPLE, {
    s: staffIds.map((id) => ({ __typename: 'Staff', id })),
    d: departmentIds.map((id) => ({ __typename: 'Department', id })),
  });
  return {
    staff: new Map(staffIds.map((id, at) => [id, data.staff[at]])),
    departments: new Map(departmentIds.map((id, at) => [id, data.departments[at]])),
  };
}

function idsOf(references: readonly Reference[]): string[] {
  return [...new Set(references.flatMap((reference) => (reference ? [reference.id] : [])))];
}

function staffCard({ id, name, title }: Row): Row {
  return { id, name, title };
}
