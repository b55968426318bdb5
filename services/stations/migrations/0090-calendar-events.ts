import { inboxTableSql } from '@everyletter/kit/events';
import { Migration } from '@mikro-orm/migrations';

/** New versions of the calendar come as events; an inbox that is there already stays. */
export class CalendarEvents extends Migration {
  override up(): void {
    const statements = inboxTableSql('stations', 'el_stations').map((sql) => `execute $statement$${sql}$statement$;`);
    this.addSql(`do $guard$ begin if to_regclass('stations.inbox') is null then
      ${statements.join('\n')} end if; end $guard$`);
  }
}
