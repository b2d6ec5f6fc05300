import { expect, it } from 'vitest';
import { settingWord } from './setting-words.ts';

it('calls a threshold as the rail does, tells two counts apart, and leaves other keys and names alone', () => {
  expect(settingWord(['queues', 'support', 'callback', 'offerFirst'])).toBe('First offer after');
  expect(settingWord(['days', 'count'])).toBe('Number of days');
  expect(settingWord(['agents', 'team', 'count'])).toBe('Agents of the group');
  expect(settingWord(['queues', 'support', 'ewtAlpha'])).toBeNull();
  // A name that every object has besides.
  expect(settingWord(['agents', 'team', 'constructor'])).toBeNull();
});
