import { Client, fetchExchange, mapExchange, subscriptionExchange } from '@urql/core';
import { type Cache, cacheExchange, type UpdateResolver } from '@urql/exchange-graphcache';
import { REFERRAL_MUTATIONS } from '../mediation/payloads.ts';
import { cacheKeys } from './cache-keys.ts';
import { isSessionLost } from './coded-error.ts';
import { CSRF_HEADER } from './csrf-header.ts';
import { eventStream } from './event-stream.ts';
import { trustedDocumentExchange } from './trusted-document-exchange.ts';

/** Longer than the gateway's own limit, so that its coded answer arrives first. */
const TIMEOUT_MS = 10_000;

/** The one client of the SPA; `onSessionLost` is told once per refused request. */
export function createClient(onSessionLost: () => void): Client {
  return new Client({
    url: '/graphql',
    preferGetMethod: false,
    requestPolicy: 'cache-and-network',
    fetch: fetchInTime,
    fetchOptions: { credentials: 'same-origin', headers: CSRF_HEADER },
    exchanges: [
      mapExchange({
        onResult: ({ error }) => {
          if (isSessionLost(error)) onSessionLost();
        },
      }),
      cacheExchange({
        keys: cacheKeys,
        resolvers: { Query: { petition: (_, { id }) => ({ __typename: 'Petition', id: String(id) }) } },
        updates: {
          Mutation: { ...updatesOf(DESK_MUTATIONS, 'worklistCounts'), ...updatesOf(REFERRAL_MUTATIONS, 'referrals') },
        },
      }),
      trustedDocumentExchange(),
      subscriptionExchange({ forwardSubscription: eventStream }),
      fetchExchange,
    ],
  });
}

/** Mutations after which the counts of the desk are no longer true. */
const DESK_MUTATIONS = [
  'triagePetition',
  'assignPetition',
  'dispatchReply',
  'applyLedgerImport',
  'registerPetition',
  'answerOnTheSpot',
  'recordDelivery',
  'recordSuperiorOrder',
  'takeBackPetition',
  'withdrawPetition',
  'mergeMatters',
  'reopenMatter',
  'archiveMatter',
  'reportToSuperior',
  'resendReply',
] as const;

/** The rows stay where they are under the cursor; only what the mutation made untrue is asked again. */
function updatesOf(mutations: readonly string[], forgotten: string): Record<string, UpdateResolver> {
  const forget: UpdateResolver = (_result, _args, cache: Cache) => {
    for (const { fieldName, arguments: args } of cache.inspectFields('Query')) {
      if (fieldName === forgotten) cache.invalidate('Query', fieldName, args);
    }
  };
  return Object.fromEntries(mutations.map((name) => [name, forget]));
}

function fetchInTime(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), TIMEOUT_MS);
  init.signal?.addEventListener('abort', () => abort.abort());
  return fetch(input, { ...init, signal: abort.signal }).finally(() => clearTimeout(timer));
}
