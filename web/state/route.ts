/**
 * The views and which one is shown. The address keeps the view in the hash, so the browser's own back and forward work. It knows no
 * element.
 */
export const VIEWS = ['tune', 'sweep', 'compare', 'day', 'scenario', 'report'] as const;
export type View = (typeof VIEWS)[number];

export interface Route {
  readonly view: View;
}

export function viewOf(name: string | null): View {
  return VIEWS.find((each) => each === name) ?? 'tune';
}
