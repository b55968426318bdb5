import type { PortalCase } from './case.ts';

/** Dialogs of the portal, as the address names them. */
export type PortalStep =
  | 'accept'
  | 'decline'
  | 'withdraw'
  | 'disclose'
  | 'mediatorAnswer'
  | 'replace'
  | 'session'
  | 'record'
  | 'note'
  | 'offer'
  | 'extend'
  | 'fail'
  | 'draft'
  | 'conclude'
  | 'perform'
  | 'apply'
  | 'court'
  | 'complete'
  | 'breach';

const PRIMARY: Readonly<Record<string, PortalStep>> = {
  PARTNER_ANSWER: 'accept',
  DISCLOSURE: 'disclose',
  MEDIATOR_ACCEPTANCE: 'mediatorAnswer',
  REPLACEMENT: 'replace',
  SESSION: 'session',
  SESSION_RECORD: 'record',
  OUTCOME: 'draft',
  SIGNATURES: 'conclude',
  PERIOD_OVER: 'extend',
  PERFORMANCE: 'perform',
  CONFIRMATION: 'apply',
  CLOSURE: 'complete',
};

/** Which command of the server stands behind a step. */
const COMMAND: Readonly<Record<PortalStep, string>> = {
  accept: 'ACCEPT',
  decline: 'DECLINE',
  withdraw: 'WITHDRAW_CONSENT',
  disclose: 'MEDIATE',
  mediatorAnswer: 'MEDIATE',
  replace: 'REPLACE_MEDIATOR',
  session: 'MEDIATE',
  record: 'MEDIATE',
  note: 'MEDIATE',
  offer: 'MEDIATE',
  extend: 'MEDIATE',
  fail: 'FAIL',
  draft: 'MEDIATE',
  conclude: 'AGREE',
  perform: 'FOLLOW_PERFORMANCE',
  apply: 'FOLLOW_PERFORMANCE',
  court: 'FOLLOW_PERFORMANCE',
  complete: 'COMPLETE',
  breach: 'BREACH',
};

const may = ({ viewerCommands }: PortalCase, step: PortalStep) =>
  viewerCommands.some((command) => command === COMMAND[step]);

/** The step the case waits for, if it is the viewer's to take. */
export function primaryStep(referral: PortalCase): PortalStep | null {
  const step = PRIMARY[referral.waiting.kind];
  return step && may(referral, step) ? step : null;
}

/** What else can be done, the frequent first; what ends the case last. */
export function quietSteps(referral: PortalCase): PortalStep[] {
  const { waiting, agreement } = referral;
  const isChosen = !['DISCLOSURE', 'MEDIATOR_ACCEPTANCE', 'REPLACEMENT', 'PERIOD_OVER'].includes(waiting.kind);
  const isApplied = Boolean(agreement?.confirmationAppliedOn);
  const isAnswered = Boolean(agreement?.confirmedOn || agreement?.confirmationRefusedOn);
  const isPerformed = agreement?.items.every(({ performedOn }) => performedOn) ?? false;
  const possible: readonly (PortalStep | false | undefined)[] = [
    'decline',
    isChosen && 'session',
    waiting.kind !== 'PERIOD_OVER' && 'note',
    isChosen && 'offer',
    isChosen && 'draft',
    'extend',
    !isPerformed && 'perform',
    Boolean(agreement?.confirmationDueOn) && !isApplied && 'apply',
    isApplied && !isAnswered && 'court',
    'replace',
    'fail',
    isPerformed ? 'complete' : 'breach',
    'withdraw',
  ];
  const primary = primaryStep(referral);
  return possible.filter(
    (step): step is PortalStep => Boolean(step) && step !== primary && may(referral, step as PortalStep),
  );
}
