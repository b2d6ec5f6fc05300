/**
 * The colours of charts, as the page's tokens have them now. A canvas knows no custom properties: they are read through a probe
 * element once for each theme, mixed colours resolved, and kept until the theme, the contrast or the medium changes. It knows no
 * chart; the tokens are those of styles/tokens.css.
 */

const TOKENS = {
  surface: '--surface',
  sunken: '--sunken',
  line: '--line',
  lineStrong: '--line-strong',
  ink: '--ink',
  ink2: '--ink-2',
  ink3: '--ink-3',
  now: '--now',
  nowInk: '--now-ink',
  onNow: '--on-now',
  ghost: '--ghost',
  callback: '--callback',
  callbackWash: '--callback-wash',
  alarm: '--alarm',
  band80: '--band-80',
  band95: '--band-95',
  interval: '--interval',
  theory: '--theory',
  missed: '--q-missed',
} as const;

const RAMP = ['--q0', '--q1', '--q2', '--q3', '--q4', '--q5', '--q6'] as const;
const VARIANTS = ['--v1', '--v2', '--v3', '--v4'] as const;

type Colors = Readonly<Record<keyof typeof TOKENS, string>>;

export interface Palette extends Colors {
  /** Seven steps of one hue, little to much. */
  readonly ramp: readonly string[];
  /** Of variants side by side. */
  readonly variants: readonly string[];
  /** The reader's own few colours: fills must not carry a meaning. */
  readonly isForced: boolean;
  readonly font: string;
}

let current: Palette | null = null;
const listeners = new Set<() => void>();

/** Of the page's theme. */
export function palette(): Palette {
  watch();
  current ??= readPalette();
  return current;
}

/** Told when the colours have changed; the answer ends it. */
export function onPalette(listener: () => void): () => void {
  watch();
  listeners.add(listener);
  return () => listeners.delete(listener);
}

let isWatching = false;

function watch(): void {
  if (isWatching) return;
  isWatching = true;
  const changed = (): void => {
    current = null;
    for (const listener of listeners) listener();
  };
  new MutationObserver(changed).observe(document.documentElement, { attributeFilter: ['data-theme'] });
  // What was painted in another font while this one was on its way.
  document.fonts.addEventListener('loadingdone', changed);
  for (const query of ['(prefers-color-scheme: dark)', '(forced-colors: active)', 'print'])
    matchMedia(query).addEventListener('change', changed);
}

function readPalette(): Palette {
  const probe = document.createElement('span');
  probe.style.cssText = 'position:absolute;visibility:hidden;forced-color-adjust:none';
  document.body.append(probe);
  const resolve = colorResolver();
  const style = getComputedStyle(probe);
  const read = (token: string): string => {
    probe.style.color = `var(${token}, CanvasText)`;
    return resolve(style.color);
  };
  const colors = Object.fromEntries(Object.entries(TOKENS).map(([name, token]) => [name, read(token)]));
  const found: Palette = {
    ...(colors as Colors),
    ramp: RAMP.map(read),
    variants: VARIANTS.map(read),
    isForced: matchMedia('(forced-colors: active)').matches,
    font: style.getPropertyValue('--font').trim() || 'system-ui, sans-serif',
  };
  probe.remove();
  return found;
}

/** Any CSS colour as `#rrggbb`, which every reader of a saved picture understands: a mixed one is computed as `oklab(...)`. */
function colorResolver(): (color: string) => string {
  const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  return (color) => {
    if (context === null) return color;
    context.fillStyle = color;
    context.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, 1, 1).data;
    return `#${[red, green, blue].map((each) => each.toString(16).padStart(2, '0')).join('')}`;
  };
}
