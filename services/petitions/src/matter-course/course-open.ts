import { CodedError } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { Petition } from '../petition/petition.entity.ts';
import { mayTake } from './course.policy.ts';
import { standingOf } from './course-step.ts';
import { CourseStep, checkStep } from './rules/course.ts';

/** What this viewer may do now, so that no page offers what would be refused. */
export async function stepsOpenTo(petition: Petition, { petitions, viewer }: Context): Promise<CourseStep[]> {
  const matter = await petitions.matterOf(petition);
  const standing = standingOf({ petition, matter });
  return Object.values(CourseStep).filter((step) => mayTake(step, viewer, petition) && isOpen(step, standing));
}

function isOpen(step: CourseStep, standing: ReturnType<typeof standingOf>): boolean {
  try {
    checkStep(step, standing);
    return true;
  } catch (error) {
    if (error instanceof CodedError) return false;
    throw error;
  }
}
