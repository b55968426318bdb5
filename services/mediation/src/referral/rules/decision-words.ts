/** Words of the prosecutorial decision itself, which no mediation can be about. */
const WORDS = ['不起诉', '不批准逮捕', '不批捕', '批捕', '抗诉', '不立案', '撤案', '提起公诉', '量刑建议', '监督决定'];

/**
 * The ones that stand in a text, for a warning: what may be mediated is the civil dispute or compensation beneath, not
 * what the procuratorate decided.
 */
export function decisionWords(text: string): string[] {
  return WORDS.filter((word, at) => text.includes(word) && !WORDS.slice(0, at).some((longer) => longer.includes(word)));
}
