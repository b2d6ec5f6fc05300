/** What a page needs one of, made when it is first asked for: a view that is left and opened again finds what it left. */
import type { Bench } from './contexts.ts';

export function oncePerBench<Made>(make: (bench: Bench) => Made): (bench: Bench) => Made {
  const made = new WeakMap<Bench, { readonly one: Made }>();
  return (bench) => {
    const known = made.get(bench) ?? { one: make(bench) };
    made.set(bench, known);
    return known.one;
  };
}
