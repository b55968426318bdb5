import { institutionId } from '@everyletter/roster/demo/ids';

/** One operation of the desk, as the product's pages ask it. */
export interface Shape {
  readonly name: 'Me' | 'List' | 'Deep' | 'Report';
  readonly document: string;
  /** Different for every request, so that nothing can be answered from a cache. */
  readonly variables: (request: number) => Readonly<Record<string, unknown>>;
}

const CLOCK = 'kind dueOn targetOn state remainingDays totalDays ticks usedTicks label { zh en }';

function dayOf2021(request: number): string {
  const month = String((request % 12) + 1).padStart(2, '0');
  return `2021-${month}-${String((request % 28) + 1).padStart(2, '0')}`;
}

/** Who I am · a page of the worklist · one petition with all that hangs on it · a month's report. */
export const shapes = (petitionIds: readonly string[]): readonly Shape[] => [
  {
    name: 'Me',
    document: 'query Me { viewer { accountId displayName roles institution { id name shortName level } } }',
    variables: () => ({}),
  },
  {
    name: 'List',
    document: `query List($until: LocalDate!) {
      worklist(first: 50, filter: { receivedTo: $until }) {
        pageInfo { hasNextPage endCursor }
        edges { cursor node {
          id number channel category subject receivedOn state track
          handler { id name title } handlingDepartment { id name }
          proceduralClock { ${CLOCK} } substantiveClock { ${CLOCK} }
        } }
      }
    }`,
    variables: (request) => ({ until: dayOf2021(request) }),
  },
  {
    name: 'Deep',
    document: `query Deep($id: ID!) {
      petition(id: $id) {
        id number version channel category subject receivedOn state track
        receivingDepartment { id name } handlingDepartment { id name head { id name } }
        handler { id name title department { id name } }
        petitioner { name phone }
        proceduralClock { ${CLOCK} } substantiveClock { ${CLOCK} }
        matter { id state }
        timeline { id kind on words { zh en } actor { id name } }
      }
    }`,
    variables: (request) => ({ id: petitionIds[request % petitionIds.length] }),
  },
  {
    name: 'Report',
    document: `query Report($id: ID!, $from: LocalDate!, $to: LocalDate!) {
      institution(id: $id) {
        id name shortName
        petitionReport(period: { from: $from, to: $to }) {
          received { value } receivedByChannel { channel value } procedural { numerator strictRate reachableRate }
        }
      }
    }`,
    variables: (request) => ({ id: institutionId(4), from: dayOf2021(request), to: '2021-12-31' }),
  },
];
