/**
 * Statements every tenant table needs after its `create table`: row-level security, forced on the owner too, and the
 * service role's rights. `condition` narrows further than the institution; it may use `app.scope` and the like.
 */
export function tenantTableSql(table: string, role: string, condition = 'true'): string[] {
  const own = `institution_id = (select nullif(current_setting('app.institution_id', true), '')::uuid)`;
  return [
    `alter table ${table} enable row level security`,
    `alter table ${table} force row level security`,
    `create policy tenant on ${table} to ${role} using (${own} and (${condition})) with check (${own})`,
    `create policy owner_maintenance on ${table} to current_user using (true) with check (true)`,
    `grant select, insert, update, delete on ${table} to ${role}`,
  ];
}

/**
 * The condition for tables that only whole-institution viewers, or members of one of these departments, may see. As a
 * `case` the planner takes it for one row in two; as an `or` for one in a hundred, and joins row by row.
 */
export function departmentCondition(...columns: readonly string[]): string {
  // Read from its text within the select: once a statement, not once a row. The outer cast tells a list from a query.
  const departments = `(select coalesce(nullif(current_setting('app.department_ids', true), ''), '{}')::uuid[])::uuid[]`;
  const member = columns.map((column) => `${column} = any(${departments})`).join(' or ');
  const scope = `(select current_setting('app.scope', true))`;
  return `case ${scope} when 'INSTITUTION' then true when 'DEPARTMENT' then (${member}) else false end`;
}
