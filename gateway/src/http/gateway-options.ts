import type { OnAnnouncement } from '@everyletter/kit/live';
import type { Logger } from '@everyletter/kit/log';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import type { Viewer } from '@everyletter/kit/viewer';
import type { Pool } from 'pg';
import type { Executor } from '../executor/executor.ts';
import type { Auth } from '../identity/auth.ts';
import type { ReporterFields } from '../operations/schema-views.ts';
import type { TrustedDocuments } from '../operations/trusted-documents.ts';
import type { ExampleReport } from '../reports/example-reports.ts';
import type { Metrics } from './metrics.ts';

export interface GatewayOptions {
  readonly executor: Executor<Viewer>;
  /** Files of a subgraph, by its name. */
  readonly files: (subgraph: string, request: FileRequest, viewer: Viewer) => Promise<FileResponse>;
  readonly auth: Auth;
  /** As the identity role, `search_path=identity`. */
  readonly identityPool: Pool;
  readonly sessionSecret: string;
  /** As browsers see it. */
  readonly publicUrl: string;
  /** Origins of other sites that may call, exactly as browsers send them. */
  readonly allowedOrigins: readonly string[];
  readonly documents: TrustedDocuments;
  /** Reports that every reporter has by name. */
  readonly exampleReports: readonly ExampleReport[];
  /** What a reporter may ask for, by the area whose scope opens it. */
  readonly reporterFields: ReporterFields;
  /** The built application; null serves none. */
  readonly siteDir: string | null;
  /** Shown on the sign-in page; empty outside the demo profile. In it, signed-in people may send documents of their own. */
  readonly demoAccounts: readonly DemoAccount[];
  /** Whether local accounts need a second factor before they get in; off in the demo profile only. */
  readonly secondFactor: 'REQUIRED' | 'OFF';
  /** Whether people may come through an identity provider. */
  readonly identityProvider: boolean;
  /** Mutations that a key may send, alone in their document: what other systems hand in. None when left out. */
  readonly keyMutations?: readonly string[];
  /** What has changed, for streams; `subscribe` answers how to stop. */
  readonly announcements: { subscribe(tell: OnAnnouncement): () => void };
  readonly subgraphsReady: () => Promise<boolean>;
  readonly clock: () => Date;
  readonly log: Logger;
  /** What a collector shows to read `/metrics`; without one only this machine may. */
  readonly metricsToken?: string;
  /** Those the transport counts into as well. */
  readonly metrics?: Metrics;
  readonly maxInFlight?: number;
  readonly timeoutMs?: number;
}

export interface DemoAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: string;
}
