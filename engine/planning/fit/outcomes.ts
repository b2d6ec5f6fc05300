/** How a call ended, in the words of exports, English and French, or as a flag. What a word does not tell is `other`. */

export const outcomes = ['unknown', 'answered', 'abandoned', 'blocked', 'other'] as const;
export type Outcome = (typeof outcomes)[number];

const WORDS: readonly (readonly [Outcome, RegExp])[] = [
  [
    'abandoned',
    /^(aband|hang|hung|lost|gave up|left|renon|raccroch|perdu|short aband|queue aband|not answered|unanswered|no answer|missed|non repondu|sans reponse|manque)/,
  ],
  ['blocked', /^(block|busy|reject|refus|full|bloque|occupe|rejet|dissua|congest|sature)/],
  [
    'answered',
    /^(answer|handl|serv|connect|complet|agent|ok\b|normal|success|repond|trait|decroch|aboutis|abouti|pris)/,
  ],
];
const YES = /^(1|yes|y|true|oui|o|vrai|x)$/;
const NO = /^(0|no|n|false|non|faux|)$/;

/** `isFlag`: the column is called "abandoned" and says yes or no. */
export function outcomeOf(text: string, isFlag: boolean): Outcome {
  const plain = text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().trim();
  if (isFlag && YES.test(plain)) return 'abandoned';
  if (isFlag && NO.test(plain)) return 'answered';
  if (plain === '') return 'unknown';
  return WORDS.find(([, pattern]) => pattern.test(plain))?.[0] ?? 'other';
}
