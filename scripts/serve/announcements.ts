import type { GatewayOptions } from '@everyletter/gateway/http/gateway-options';
import { listenLive, type OnAnnouncement } from '@everyletter/kit/live';
import { createLog } from '@everyletter/kit/log';
import { roleOf, urlAs } from '@everyletter/kit/migrate';
import type { Database } from './database.ts';
import type { Secrets } from './secrets.ts';
import type { Settings } from './settings.ts';

export interface Announcements {
  readonly source: GatewayOptions['announcements'];
  close(): Promise<void>;
}

/** What any process of the services announces, told to everybody here who asked for it. */
export async function openAnnouncements(
  { ownerUrl }: Database,
  secrets: Secrets,
  { logLevel }: Settings,
): Promise<Announcements> {
  const role = roleOf('identity');
  const told = new Set<OnAnnouncement>();
  const url = urlAs(ownerUrl, role, secrets.passwordOf(role));
  const listening = await listenLive(url, createLog('live', logLevel), (announcement) => {
    for (const tell of told) tell(announcement);
  });
  return {
    source: {
      subscribe(tell) {
        told.add(tell);
        return () => told.delete(tell);
      },
    },
    close: () => listening.close(),
  };
}
