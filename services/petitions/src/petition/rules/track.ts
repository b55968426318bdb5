import { Category, Channel, IdentityKind, Track } from './kinds.ts';

/** What of a petition decides its track on arrival. */
export interface Arrival {
  readonly channel: Channel;
  readonly category: Category;
  readonly identityKind: IdentityKind;
  readonly fromSuperior: boolean;
}

export interface TrackChoice {
  readonly track: Track;
  /** The condition that decided, for the sentence beside the track. */
  readonly reasonCode: 'ASSIGNED_FROM_ABOVE' | 'CATEGORY_UNCLEAR' | 'SIGNED_LETTER' | 'CATEGORY_CLEAR';
}

/**
 * The track a petition starts on; a person at the triage desk may choose another. First rule that fits, in the order
 * of urgency: 上级交办→办理快, 难于归口→审查快, 实名来信→回复快, 性质明确→分流快.
 */
export function chooseTrack({ channel, category, identityKind, fromSuperior }: Arrival): TrackChoice {
  if (fromSuperior || channel === Channel.SUPERIOR_ASSIGNED) {
    return { track: Track.SUPERIOR_ASSIGNED, reasonCode: 'ASSIGNED_FROM_ABOVE' };
  }
  if (category === Category.OTHER) return { track: Track.HARD_TO_CLASSIFY, reasonCode: 'CATEGORY_UNCLEAR' };
  if (channel === Channel.LETTER && identityKind === IdentityKind.REAL_NAME) {
    return { track: Track.REAL_NAME, reasonCode: 'SIGNED_LETTER' };
  }
  return { track: Track.CLEAR_NATURE, reasonCode: 'CATEGORY_CLEAR' };
}
