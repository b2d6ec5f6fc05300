/** The engine's word for "this cannot be": a broken invariant is a fault of ours, never of the input. */
export class ContradictionError extends Error {
  override readonly name = 'ContradictionError';
}

/** Throws a ContradictionError that says what should hold. The host adds seed, instant and the last inputs. */
export function invariant(condition: boolean, what: string): asserts condition {
  if (!condition) throw new ContradictionError(what);
}
