/** An explanation as the editor shows it beside a suggestion or under the pointer. */
import type { Suggestion } from './completion.ts';
import { describe } from './descriptions.ts';

export function infoOf({ description, detail }: Suggestion): HTMLElement {
  return wordsOf(describe(description), detail === '=' ? '' : detail);
}

export function wordsOf(sentence: string, detail: string): HTMLElement {
  const dom = document.createElement('div');
  dom.className = 'explained';
  dom.textContent = sentence;
  if (detail !== '') {
    const line = document.createElement('div');
    line.className = 'explained-detail';
    line.textContent = detail;
    dom.append(line);
  }
  return dom;
}
