/** A colleague as the pickers show them. */
export interface Colleague {
  readonly id: string;
  readonly name: string;
  readonly title: string;
  readonly roles: readonly string[];
  readonly department: { readonly id: string; readonly name: string };
}

export interface Choice {
  readonly value: string;
  readonly words: string;
}

/** Those who may be given a petition of this department. */
export function handlersOf(colleagues: readonly Colleague[], departmentId: string): Choice[] {
  return colleagues
    .filter(({ roles, department }) => roles.includes('HANDLER') && department.id === departmentId)
    .map(({ id, name, title }) => ({ value: id, words: `${name} ${title}` }));
}
