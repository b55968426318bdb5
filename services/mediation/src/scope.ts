import type { Scope } from '@everyletter/kit/database';
import { hasRole, type Viewer } from '@everyletter/kit/viewer';

/** Leaders see the institution, colleagues their departments; whoever comes from outside sees their own organisation. */
export function scopeOf(viewer: Viewer): Scope {
  if (hasRole(viewer, 'LEADER') || viewer.via === 'SYSTEM') return 'INSTITUTION';
  return viewer.roles.some((role) => role !== 'DUTY_LAWYER' && role !== 'MEDIATOR') ? 'DEPARTMENT' : 'NONE';
}
