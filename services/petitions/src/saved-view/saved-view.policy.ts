import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Whoever saved it; one shared with a department also by its head. */
export function canRemoveView(
  viewer: Viewer,
  view: { readonly ownerId: string; readonly sharedDepartmentId?: string | null },
): boolean {
  if (view.ownerId === viewer.staffId) return true;
  const { sharedDepartmentId } = view;
  return (
    hasRole(viewer, 'DEPARTMENT_HEAD') && !!sharedDepartmentId && viewer.departmentIds.includes(sharedDepartmentId)
  );
}

/** With a department one belongs to. */
export function canShareWith(viewer: Viewer, departmentId: string | null): boolean {
  return departmentId === null || viewer.departmentIds.includes(departmentId);
}
