/** Names into indices, in the order of the file: the compiled form knows no names inside. */

export class Names {
  readonly #indices = new Map<string, number>();
  readonly list: readonly string[];

  constructor(names: Iterable<string>) {
    this.list = [...names];
    for (const [index, name] of this.list.entries()) this.#indices.set(name, index);
  }

  has(name: string): boolean {
    return this.#indices.has(name);
  }

  /** The checks have seen to it that the name exists. */
  indexOf(name: string): number {
    const index = this.#indices.get(name);
    if (index === undefined) throw new Error(`the checks let an unknown name pass: ${name}`);
    return index;
  }
}
