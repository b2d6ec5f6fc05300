/** What the sections of the form are called, in the language of the page. */
import { msg } from '@lit/localize';
import type { SectionName } from './form-model.ts';

export function sectionWords(name: SectionName): string {
  switch (name) {
    case 'queues':
      return msg('Queues');
    case 'agents':
      return msg('Agents and shifts');
    case 'demand':
      return msg('Demand');
    case 'days':
      return msg('Days');
    case 'report':
      return msg('Report and targets');
    case 'whatIf':
      return msg('What if');
  }
}
