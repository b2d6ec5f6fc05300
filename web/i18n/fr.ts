/** All French of the workbench; each area of the screen has a file of its own. */
import type { Dictionary } from './templates.ts';
import { app } from './fr/app.ts';
import { charts } from './fr/charts.ts';
import { compare } from './fr/compare.ts';
import { day } from './fr/day.ts';
import { planner } from './fr/planner.ts';
import { report } from './fr/report.ts';
import { scenario } from './fr/scenario.ts';
import { sweep } from './fr/sweep.ts';
import { thresholds } from './fr/thresholds.ts';

export const french: Dictionary = {
  ...app,
  ...charts,
  ...compare,
  ...day,
  ...planner,
  ...report,
  ...scenario,
  ...sweep,
  ...thresholds,
};
