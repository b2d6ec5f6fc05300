import { expect, it } from 'vitest';
import { agentHoursOf } from './agent-hours.ts';
import { deskSetup } from './testing/desk.ts';

it('counts agents by hours of the day: eight from 8 to 12 are 32', () => {
  expect(agentHoursOf(deskSetup())).toBe(32);
  expect(agentHoursOf(deskSetup(['agents.seniors={ staff: [2, 4], every: 2h, queues: [support] }']))).toBe(
    12,
  );
});

it('counts shifts without their breaks', () => {
  const shift = '{ from: 08:00, to: 12:00, breaks: [{ from: 10:00, to: 10:30 }] }';
  expect(agentHoursOf(deskSetup([`agents.seniors={ count: 3, shift: ${shift}, queues: [support] }`]))).toBe(
    10.5,
  );
});
