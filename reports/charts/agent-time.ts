/**
 * What agents' signed-in time went into, one bar for each group: waiting, ringing, dialling, talking, wrap-up, out after a
 * missed ring (RONA), away; occupancy at the right. The seven differ in lightness and pattern, so they hold in grey print.
 * Beyond the cap, groups are counted and left to the table.
 */
import { sum } from 'd3-array';
import type { GroupTime } from '../schema.ts';
import {
  ALARM,
  AXIS,
  BAND_80,
  CALLBACK,
  chart,
  filledBy,
  frameOf,
  GHOST,
  hatch,
  INK,
  INK_3,
  LABEL,
  label,
  LINE_STRONG,
  nameLabel,
  NOW,
  ON_NOW,
  rect,
  SUNKEN,
  SURFACE,
  type ChartOptions,
  type Frame,
} from './frame.ts';
import { key } from './key.ts';
import { linear } from './scale.ts';
import { all, el, type Attributes, type Svg } from './svg.ts';
import { widthOf } from './text-width.ts';

const ROWS_MOST = 24;
const BAR = 22;

const ACTIVITIES = [
  'talking',
  'wrappingUp',
  'dialling',
  'ringing',
  'available',
  'inactive',
  'unavailable',
] as const satisfies readonly (keyof GroupTime['shares'])[];
type Activity = (typeof ACTIVITIES)[number];

/** null: nobody was signed in. */
export function agentTime(groups: readonly GroupTime[], options: ChartOptions): string | null {
  const staffed = groups.filter(({ shares }) => sum(Object.values(shares), (each) => each ?? 0) > 0);
  if (staffed.length === 0) return null;
  const frame = frameOf(options);
  const { text, width, isNarrow } = frame;
  const looks = looksOf(frame.id);
  const shown = staffed.slice(0, ROWS_MOST);
  const names = isNarrow
    ? 0
    : Math.ceil(Math.min(180, Math.max(...shown.map((group) => widthOf(nameOf(group, frame), LABEL))))) + 1;
  const left = isNarrow ? 0 : names + 12;
  const right = isNarrow ? width : width - widthOf(text.words.occupancy, AXIS) - 8;
  const x = linear([0, 1], [left, right]);
  const legend = key(
    ACTIVITIES.map((activity) => ({ name: text.words.activity[activity], swatch: looks[activity].bar })),
    { left, right, top: 0 },
  );
  const row = isNarrow ? 46 : 34;
  const head = legend.height + (isNarrow ? 4 : 12);
  const rest = staffed.length - shown.length;
  return chart(
    options,
    head + shown.length * row + (rest > 0 ? 20 : 0),
    [
      legend.svg,
      isNarrow ? null : label(width, head - 6, text.words.occupancy, { anchor: 'end', fill: INK_3 }),
      ...shown.map((group, at) => groupRow(frame, group, { top: head + at * row, x, names, looks })),
      rest > 0
        ? label(left, head + shown.length * row + 12, text.words.moreRows(text.number(rest)), { fill: INK_3 })
        : null,
    ],
    patternsOf(frame.id),
  );
}

function nameOf({ group }: GroupTime, { text }: Frame): string {
  return group ?? text.words.allGroups;
}

interface Look {
  readonly bar: Attributes;
  readonly ink: string;
}

function looksOf(id: string): Readonly<Record<Activity, Look>> {
  return {
    talking: { bar: { fill: NOW, 'fill-opacity': '0.9' }, ink: ON_NOW },
    wrappingUp: { bar: { fill: BAND_80 }, ink: INK },
    dialling: { bar: { fill: SURFACE, stroke: CALLBACK, 'stroke-width': 1.5 }, ink: INK },
    ringing: { bar: { fill: SURFACE, stroke: NOW, 'stroke-width': 1.5 }, ink: INK },
    available: { bar: { fill: SUNKEN, stroke: LINE_STRONG, 'stroke-width': '0.5' }, ink: INK },
    inactive: { bar: { fill: filledBy(`${id}-rona`), stroke: ALARM }, ink: INK },
    unavailable: { bar: { fill: filledBy(`${id}-away`), stroke: GHOST, 'stroke-width': '0.5' }, ink: INK },
  };
}

function patternsOf(id: string): Svg[] {
  return [
    hatch(`${id}-rona`, { line: ALARM, ground: SURFACE }),
    hatch(`${id}-away`, { line: GHOST, ground: SURFACE }, -1),
  ];
}

interface Layout {
  readonly top: number;
  readonly x: ReturnType<typeof linear>;
  readonly names: number;
  readonly looks: Readonly<Record<Activity, Look>>;
}

function groupRow(frame: Frame, group: GroupTime, { top, x, names, looks }: Layout): Svg {
  const { text, isNarrow, width } = frame;
  const isAll = group.group === null;
  const name = nameOf(group, frame);
  const barTop = isNarrow ? top + 18 : top + 5;
  const middle = isNarrow ? top + 9 : barTop + BAR / 2;
  const occupancy = group.occupancy.mean === null ? '–' : text.share(group.occupancy.mean);
  const whole = sum(Object.values(group.shares), (each) => each ?? 0);
  let before = 0;
  const segments = ACTIVITIES.map((activity) => {
    const share = (group.shares[activity] ?? 0) / whole;
    const [from, to] = [x(before), x(before + share)];
    before += share;
    return share === 0 ? null : segment(frame, activity, share, [from, to], barTop, looks[activity]);
  });
  const aside = isNarrow ? `${text.words.occupancy} ${occupancy}` : occupancy;
  return all([
    nameLabel(
      0,
      middle,
      name,
      { width: isNarrow ? width - widthOf(aside, LABEL) - 16 : names, linesMost: isNarrow ? 1 : 2 },
      { size: LABEL, fill: INK, isStrong: isAll },
    ),
    ...segments,
    label(width, middle + 4, aside, { anchor: 'end', size: LABEL, fill: INK, isStrong: !isNarrow || isAll }),
  ]);
}

function segment(
  { text }: Frame,
  activity: Activity,
  share: number,
  [from, to]: readonly [number, number],
  top: number,
  { bar, ink }: Look,
): Svg {
  const written = text.share(share);
  const fits = to - from >= widthOf(written, AXIS) + 8;
  // An outline lies inside its length, or neighbours would cover each other.
  const inset = bar['stroke'] === undefined ? 0.5 : 1;
  const isHatched = activity === 'inactive' || activity === 'unavailable';
  return el(
    'g',
    {},
    el('title', {}, `${text.words.activity[activity]} ${written}`),
    rect(from + inset, top + inset, Math.max(0.6, to - from - 2 * inset), BAR - 2 * inset, bar),
    fits
      ? label((from + to) / 2, top + BAR / 2 + 4, written, {
          anchor: 'middle',
          fill: ink,
          hasHalo: isHatched,
        })
      : null,
  );
}
