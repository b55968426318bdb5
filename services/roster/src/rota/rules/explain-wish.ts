import type { BrokenWish } from './evaluate-rota.ts';
import { type Holding, isAway, type Leader, lineWindowOf, monthOf, type Problem, reaches } from './problem.ts';
import type { Turn } from './turns.ts';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What names are needed to tell people. */
export interface Names {
  readonly leader: (id: string) => string;
  readonly line: (id: string) => string;
}

/** Where the wish could not be met by anybody, and why; or who could have met it at a price elsewhere. */
export interface WishReason {
  readonly avoidable: boolean;
  readonly words: Words;
}

/** Names told at most; more are counted. */
const NAMES_SHOWN = 4;

/** Why a wish is not met, from who was there to meet it. */
export function explainWish(
  wish: BrokenWish,
  {
    problem,
    holdings,
    names,
  }: { readonly problem: Problem; readonly holdings: readonly Holding[]; readonly names: Names },
): WishReason {
  const able = problem.leaders.filter((leader) => isAsked(wish, leader, problem));
  const turns = turnsMeant(wish, problem);
  const free = able.filter((leader) =>
    turns.some((turn) => !isAway(leader, turn) && !isBusy(leader, turn, holdings, problem)),
  );
  const what = whatIsMissing(wish, names);
  const who = tellNames(able.map(({ id }) => names.leader(id)));
  if (able.length === 0) {
    return { avoidable: false, words: join(what, { zh: '没有符合条件的领导', en: 'no leader qualifies' }) };
  }
  if (free.length === 0) {
    const reason = { zh: `${who.zh}均不在岗或当日另有轮值`, en: `${who.en} are away or hold another turn` };
    return { avoidable: false, words: join(what, reason) };
  }
  const could = tellNames(free.map(({ id }) => names.leader(id)));
  const price = {
    zh: `${could.zh}可以承担，但其他愿望的代价更大`,
    en: `${could.en} could, at a higher price for other wishes`,
  };
  return { avoidable: true, words: join(what, price) };
}

/** Whether the leader could meet the wish, were they there. */
function isAsked(wish: BrokenWish, leader: Leader, { turns }: Problem): boolean {
  switch (wish.kind) {
    case 'OPEN_SEAT':
      return true;
    case 'GRADE_MISSING':
      return reaches(leader.grade, turns.find(({ key }) => key === wish.turnKey)?.minimumGrade ?? '');
    case 'CHIEF_ABSENT':
      return leader.id === wish.leaderId;
    case 'LINE_UNHEARD':
      return leader.lines.includes(wish.line ?? '');
    case 'REST_TOO_SHORT':
    case 'DISLIKED':
      return leader.id !== wish.leaderId;
  }
}

function turnsMeant(wish: BrokenWish, { turns, wishes }: Problem): Turn[] {
  if (wish.kind === 'CHIEF_ABSENT') return turns.filter(({ date }) => monthOf(date) === wish.window);
  if (wish.kind === 'LINE_UNHEARD') {
    return turns.filter((turn) => lineWindowOf(turn, wishes.lineWindow) === wish.window);
  }
  const meant = wish.kind === 'REST_TOO_SHORT' ? [wish.turnKey, wish.followedBy] : [wish.turnKey];
  return turns.filter(({ key }) => meant.includes(key));
}

function isBusy(leader: Leader, turn: Turn, holdings: readonly Holding[], { turns }: Problem): boolean {
  const sameDay = new Set(turns.filter(({ date }) => date === turn.date).map(({ key }) => key));
  return holdings.some(({ turnKey, leaderId }) => leaderId === leader.id && sameDay.has(turnKey));
}

function whatIsMissing({ kind, turnKey, followedBy, leaderId, line, window, seats }: BrokenWish, names: Names): Words {
  const day = turnKey?.split('/')[0] ?? '';
  const next = followedBy?.split('/')[0] ?? '';
  const leader = leaderId ? names.leader(leaderId) : '';
  const asked = line ? names.line(line) : '';
  const period =
    window?.length === 7 ? { zh: `${window} 月`, en: window } : { zh: `${window} 起的一周`, en: `week of ${window}` };
  switch (kind) {
    case 'OPEN_SEAT':
      return { zh: `${day} 缺 ${seats} 人`, en: `${day}: ${seats} missing` };
    case 'GRADE_MISSING':
      return { zh: `${day} 没有规定职级的领导`, en: `${day}: nobody of the rank asked for` };
    case 'CHIEF_ABSENT':
      return { zh: `${period.zh}检察长未接访`, en: `${period.en}: the chief does not receive` };
    case 'LINE_UNHEARD':
      return { zh: `${period.zh}无分管${asked}的领导接访`, en: `${period.en}: nobody who answers for ${asked}` };
    case 'REST_TOO_SHORT':
      return { zh: `${leader} ${day} 与 ${next} 间隔过短`, en: `${leader}: ${day} and ${next} are too close` };
    case 'DISLIKED':
      return { zh: `${leader} ${day} 排在不便的星期`, en: `${leader}: ${day} is a weekday they would rather not` };
  }
}

function tellNames(names: readonly string[]): Words {
  const shown = names.slice(0, NAMES_SHOWN);
  const isAll = shown.length === names.length;
  return {
    zh: shown.join('、') + (isAll ? '' : `等 ${names.length} 人`),
    en: shown.join(', ') + (isAll ? '' : ` and ${names.length - NAMES_SHOWN} more`),
  };
}

function join(what: Words, why: Words): Words {
  return { zh: `${what.zh}：${why.zh}`, en: `${what.en}: ${why.en}` };
}
