/**
 * Whether an element is seen, or almost: most charts of a page are below the fold, and painting them ten times a second would take its time
 * from those that are looked at. It knows no chart.
 */

/** What is so far above or below the window may be seen with the next turn of the wheel. */
const NEAR = '200px 0px';

export class InSight {
  readonly #element: Element;
  readonly #observer: IntersectionObserver;
  /** Until it is known. */
  #is = true;

  /** @param came The element has come into sight. */
  constructor(element: Element, came: () => void) {
    this.#element = element;
    this.#observer = new IntersectionObserver(
      (entries) => {
        this.#is = entries.at(-1)?.isIntersecting ?? true;
        if (this.#is) came();
      },
      { rootMargin: NEAR },
    );
  }

  get is(): boolean {
    return this.#is;
  }

  watch(): void {
    this.#observer.observe(this.#element);
  }

  forget(): void {
    this.#observer.disconnect();
    this.#is = true;
  }
}
