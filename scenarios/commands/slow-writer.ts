/** Lines onto a stream in pieces, no faster than they are read: a whole day's transcript is many megabytes. */
import { once } from 'node:events';

const pieceLength = 65_536;

export class SlowWriter {
  readonly #stream: NodeJS.WriteStream;
  #piece = '';

  constructor(stream: NodeJS.WriteStream) {
    this.#stream = stream;
  }

  /** False: wait for `drained` before the next. */
  line(line: string): boolean {
    this.#piece += `${line}\n`;
    if (this.#piece.length < pieceLength) return true;
    const piece = this.#piece;
    this.#piece = '';
    return this.#stream.write(piece);
  }

  async drained(): Promise<void> {
    if (this.#stream.writableNeedDrain) await once(this.#stream, 'drain');
  }

  async end(): Promise<void> {
    if (this.#piece !== '' && !this.#stream.write(this.#piece)) await this.drained();
  }
}
