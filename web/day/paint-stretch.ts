/** Paints one stretch of an agent by the chart grammar, for the lanes and for their legend: each state by shape as well as by colour. */
import type { Palette } from '../charts/palette.ts';
import type { Surface } from '../charts/surface.ts';
import type { LaneState } from '../../workers/workbench/api.ts';

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export function paintStretch(
  surface: Surface,
  colors: Palette,
  state: LaneState,
  { x, y, width: wide, height }: Box,
  isStrong = false,
): void {
  const [top, tall] = [y + 2, height - 4];
  const width = Math.max(0.75, wide);
  const solid = isStrong ? 1 : 0.82;
  switch (state) {
    case 'idle':
      surface.line(x, y + height / 2, x + width, y + height / 2, { stroke: colors.lineStrong });
      return;
    case 'ringing':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        fill: colors.surface,
        stroke: colors.now,
      });
      return;
    case 'talking':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, { fill: colors.now, alpha: solid, radius: 1 });
      return;
    case 'wrapUp':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, { fill: colors.band80, alpha: 0.8, radius: 1 });
      return;
    case 'dialling':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        fill: colors.callbackWash,
        stroke: colors.callback,
      });
      return;
    case 'callbackTalk':
      surface.rect(x, top, Math.max(0.75, width - 0.6), tall, {
        fill: colors.callback,
        alpha: solid,
        radius: 1,
      });
      // A line below tells it from a call in grey print.
      if (width > 3)
        surface.line(x + 1, top + tall / 2, x + width - 1.6, top + tall / 2, { stroke: colors.surface });
      return;
    case 'rona':
      surface.rect(x + 0.5, top + 0.5, Math.max(1, width - 1), tall - 1, {
        hatch: colors.alarm,
        stroke: colors.alarm,
      });
      return;
    case 'break':
      surface.rect(x, top, width, tall, { hatch: colors.ghost });
      return;
  }
}
