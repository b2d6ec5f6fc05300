/** The key of a chart: swatches and their names in rows, for what cannot be labelled on the mark. It knows no meaning. */
import { AXIS, label, rect } from './frame.ts';
import { all, type Attributes, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

export interface KeyItem {
  readonly name: string;
  /** How its swatch is filled and stroked, or a mark of its own, drawn around (0, 0). */
  readonly swatch: Attributes | ((x: number, y: number) => Svg);
}

const SWATCH = 10;
const ROW = 18;

/** From `left`, wrapping at `right`; the first row's text stands on `top` + 10. */
export function key(
  items: readonly KeyItem[],
  { left, right, top }: { readonly left: number; readonly right: number; readonly top: number },
): { readonly svg: Svg; readonly height: number } {
  let x = left;
  let y = top;
  const drawn: Svg[] = [];
  for (const { name, swatch } of items) {
    const width = SWATCH + 6 + widthOf(name, AXIS);
    if (x > left && x + width > right) {
      x = left;
      y += ROW;
    }
    drawn.push(
      typeof swatch === 'function'
        ? swatch(x + SWATCH / 2, y + SWATCH / 2 + 1)
        : rect(x, y + 1, SWATCH, SWATCH, swatch),
      label(x + SWATCH + 6, y + 10, name),
    );
    x += width + 16;
  }
  return { svg: all(drawn), height: items.length === 0 ? 0 : y - top + ROW };
}
