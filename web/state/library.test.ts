import { describe, expect, it } from 'vitest';
import { libraryEntries, loadLibrary } from './library.ts';

describe('The library in the page', () => {
  it('lists every scenario by name, with a title and a sentence', () => {
    const entries = libraryEntries();
    expect(entries.map(({ name }) => name)).toEqual(entries.map(({ name }) => name).sort());
    expect(entries.find(({ name }) => name === 'helpdesk')).toEqual({
      name: 'helpdesk',
      title: 'A help desk that offers callbacks, but too late',
      line: 'A callback only helps those who are still there to hear the offer.',
    });
    for (const { title, line } of entries) {
      expect(title).toMatch(/\w$/);
      expect(line).toMatch(/\.$/);
    }
  });

  it('fetches the text of one, and says so when there is none', async () => {
    expect(await loadLibrary('helpdesk')).toMatch(/^name: Help desk with callbacks$/m);
    await expect(loadLibrary('nothing')).rejects.toThrow('The library has no scenario "nothing".');
  });
});
