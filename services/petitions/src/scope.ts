import type { Scope } from '@everyletter/kit/database';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Leaders and the system's own jobs see the institution; the desk sees its departments; others see no petition. */
export function scopeOf(viewer: Viewer): Scope {
  if (hasRole(viewer, 'LEADER') || viewer.via === 'SYSTEM') return 'INSTITUTION';
  return hasRole(viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD') ? 'DEPARTMENT' : 'NONE';
}
