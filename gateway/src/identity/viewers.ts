import type { Role, Viewer } from '@everyletter/kit/viewer';
import type { Pool } from 'pg';
import { SESSION_ABSOLUTE_SECONDS } from './auth.ts';

/** A session unused for this long is over. Seconds. */
const IDLE_SECONDS = 30 * 60;
/** Use is written down at most this often. Seconds. */
const TOUCH_SECONDS = 60;

export interface SessionViewer {
  readonly viewer: Viewer;
  /** Signs in by a password of ours alone; an identity provider asks for its own second factor. */
  readonly lacksSecondFactor: boolean;
  /** Signs in by a password somebody else has seen. */
  readonly hasOneTimePassword: boolean;
}

interface Asking {
  readonly now: Date;
  readonly requestId: string;
  /** Whether it counts as use of the session. */
  readonly use: boolean;
}

/** Who is asking, found anew at every request: a changed role, a lock or a sign-out holds at once. */
export class Viewers {
  constructor(private readonly pool: Pool) {}

  /** One statement: the session, its use, and the claims. `null` when it is over, revoked or locked. */
  async bySession(token: string, { now, requestId, use }: Asking): Promise<SessionViewer | null> {
    const { rows } = await this.pool.query<ClaimRow & { lacks_second_factor: boolean; one_time: boolean }>(
      `with used as (
         update identity.session set "updatedAt" = $2
         where $3 and token = $1 and "updatedAt" < $2::timestamptz - make_interval(secs => ${TOUCH_SECONDS})
           and "updatedAt" > $2::timestamptz - make_interval(secs => ${IDLE_SECONDS}))
       select c.*, not coalesce(u."twoFactorEnabled", false) and exists (
           select from identity.account a where a."userId" = u.id and a."providerId" = 'credential'
         ) as lacks_second_factor,
         exists (select from identity.one_time_password o where o.user_id = u.id) as one_time
       from identity.session s join identity."user" u on u.id = s."userId"
       join roster.viewer_claim c on c.account_id = u.id
       where s.token = $1 and not c.disabled and s."expiresAt" > $2
         and s."updatedAt" > $2::timestamptz - make_interval(secs => ${IDLE_SECONDS})
         and s."createdAt" > $2::timestamptz - make_interval(secs => ${SESSION_ABSOLUTE_SECONDS})
         and s."createdAt" > coalesce(c.signed_out_at, '-infinity')`,
      [token, now, use],
    );
    const [row] = rows;
    if (!row) return null;
    const viewer = toViewer(row, 'SESSION', requestId);
    return { viewer, lacksSecondFactor: row.lacks_second_factor, hasOneTimePassword: row.one_time };
  }

  /** For a key already found good. */
  async byAccount(accountId: string, requestId: string): Promise<Viewer | null> {
    const { rows } = await this.pool.query<ClaimRow>(
      'select * from roster.viewer_claim where account_id = $1 and not disabled',
      [accountId],
    );
    return rows[0] ? toViewer(rows[0], 'API_KEY', requestId) : null;
  }

  async ready(): Promise<boolean> {
    return this.pool.query('select 1').then(
      () => true,
      () => false,
    );
  }
}

interface ClaimRow {
  readonly account_id: string;
  readonly institution_id: string;
  readonly display_name: string;
  readonly roles: Role[];
  readonly department_ids: string[];
  readonly staff_id: string | null;
  readonly lawyer_id: string | null;
  readonly mediator_id: string | null;
  readonly partner_organisation_id: string | null;
}

function toViewer(row: ClaimRow, via: Viewer['via'], requestId: string): Viewer {
  return {
    accountId: row.account_id,
    institutionId: row.institution_id,
    displayName: row.display_name,
    roles: row.roles,
    departmentIds: row.department_ids,
    staffId: row.staff_id,
    lawyerId: row.lawyer_id,
    mediatorId: row.mediator_id,
    partnerOrganisationId: row.partner_organisation_id,
    via,
    requestId,
  };
}
