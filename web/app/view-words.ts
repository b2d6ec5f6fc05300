/** What the views are called. */
import { msg } from '@lit/localize';
import type { View } from '../state/route.ts';

export function viewWord(view: View): string {
  return {
    tune: msg('Tune'),
    sweep: msg('Sweep'),
    compare: msg('Compare'),
    day: msg('Day'),
    scenario: msg('Scenario'),
    report: msg('Report'),
  }[view];
}
