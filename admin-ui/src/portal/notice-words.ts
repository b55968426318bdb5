import { chinaMoment } from '../text/dates.ts';
import type { CaseSession, PortalCase } from './case.ts';

/** What a party is told before a session, in Chinese: it is said and sent as it stands. */
export function noticeWords(
  { dispute, organisation, mediator }: PortalCase,
  session: CaseSession,
  kind: string,
): string {
  return [
    `您好。关于“${dispute}”的调解，定于 ${chinaMoment(session.startsAt)} 进行（${kind}，约 ${session.minutes} 分钟）。`,
    `地点：${session.place ?? ''}`,
    `调解员：${mediator?.name ?? ''}（${organisation.name}）`,
    '调解自愿、免费；不能到场请提前告知，也可以随时退出。',
  ].join('\n');
}
