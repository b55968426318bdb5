/** What a member of staff is in the house, from the top. */
export const StaffGrade = {
  CHIEF_PROCURATOR: 'CHIEF_PROCURATOR',
  DEPUTY_CHIEF: 'DEPUTY_CHIEF',
  COMMITTEE_MEMBER: 'COMMITTEE_MEMBER',
  DEPARTMENT_DIRECTOR: 'DEPARTMENT_DIRECTOR',
  PROCURATOR: 'PROCURATOR',
  ASSISTANT: 'ASSISTANT',
  CLERK: 'CLERK',
  OTHER: 'OTHER',
} as const;
export type StaffGrade = (typeof StaffGrade)[keyof typeof StaffGrade];

/** As offices write them; the first one best. */
const WRITTEN: Readonly<Record<StaffGrade, readonly string[]>> = {
  CHIEF_PROCURATOR: ['检察长', '党组书记、检察长'],
  DEPUTY_CHIEF: ['副检察长', '常务副检察长'],
  COMMITTEE_MEMBER: ['检察委员会专职委员', '检委会专职委员', '专职委员'],
  DEPARTMENT_DIRECTOR: ['部门负责人', '主任', '部主任'],
  PROCURATOR: ['检察官', '员额检察官'],
  ASSISTANT: ['检察官助理'],
  CLERK: ['书记员'],
  OTHER: ['其他', '司法行政人员'],
};

/** `null` for a word that names no grade. */
export function gradeOf(written: string): StaffGrade | null {
  const word = written.replaceAll(/\s/gu, '');
  const grades = Object.keys(WRITTEN) as StaffGrade[];
  return grades.find((grade) => grade === word.toUpperCase() || WRITTEN[grade].includes(word)) ?? null;
}

/** Leaders of the house answer for departments (分管). */
export function isLeaderGrade(grade: StaffGrade): boolean {
  return grade === 'CHIEF_PROCURATOR' || grade === 'DEPUTY_CHIEF' || grade === 'COMMITTEE_MEMBER';
}
