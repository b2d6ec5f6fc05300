/** One line on a terminal, drawn at most ten times a second and wiped at the end; nothing where nobody looks (a file, a pipe). */
import type { Terminal } from './progress-bar.ts';

const frameMillis = 100;

export class StatusLine {
  readonly #terminal: Terminal;
  #drawnAt = -Infinity;
  #isShown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  show(text: string, now: number): void {
    if (this.#terminal.isTTY !== true || now - this.#drawnAt < frameMillis) return;
    this.#drawnAt = now;
    this.#isShown = true;
    this.#terminal.write(`\r\u001b[K${text.slice(0, (this.#terminal.columns ?? 80) - 1)}`);
  }

  wipe(): void {
    if (this.#isShown) this.#terminal.write('\r\u001b[K');
    this.#isShown = false;
  }
}
