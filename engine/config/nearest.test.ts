import { expect, test } from 'vitest';
import { editDistance, nearestName } from './nearest.ts';

test('a swap of neighbours is one slip', () => {
  expect(editDistance('queue', 'quuee')).toBe(1);
  expect(editDistance('kitten', 'sitting')).toBe(3);
  expect(editDistance('', 'abc')).toBe(3);
  expect(editDistance('same', 'same')).toBe(0);
});

test('the nearest name is named, whatever the case of its letters', () => {
  const known = ['ringTimeout', 'retryWait', 'priority'];
  expect(nearestName('ringTimout', known)).toBe('ringTimeout');
  expect(nearestName('RINGTIMEOUT', known)).toBe('ringTimeout');
  expect(nearestName('priorty', known)).toBe('priority');
});

test('a word that is like none has no nearest', () => {
  expect(nearestName('colour', ['ringTimeout', 'retryWait'])).toBeUndefined();
  expect(nearestName('xy', ['ab'])).toBeUndefined();
  expect(nearestName('x'.repeat(1000), ['x'])).toBeUndefined();
});
