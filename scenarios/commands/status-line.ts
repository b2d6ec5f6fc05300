/**
 * One line on a terminal that says how far something is. Drawn at most ten times a second and wiped at the end; says nothing where
 * nobody looks (a file, a pipe). It refuses to know what the line says.
 */

/** Of a stream only what is needed: a test gives its own. */
export interface Terminal {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string): unknown;
}

const frameMillis = 100;

export class StatusLine {
  readonly #terminal: Terminal;
  #drawnAt = -Infinity;
  #isShown = false;

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  /** @param textOf is asked only when the line is drawn */
  show(textOf: () => string, now: number): void {
    if (this.#terminal.isTTY !== true || now - this.#drawnAt < frameMillis) return;
    this.#drawnAt = now;
    this.#isShown = true;
    const width = (this.#terminal.columns ?? 80) - 1;
    this.#terminal.write(`\r\u001b[K${textOf().slice(0, width)}`);
  }

  wipe(): void {
    if (this.#isShown) this.#terminal.write('\r\u001b[K');
    this.#isShown = false;
  }
}
