import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Folder } from '../testing/tandem.ts';
import { FileError, FilesBeside, readDataText, readScenarioText } from './scenario-text.ts';

const folder = new Folder();
const outside = new Folder();
afterAll(() => {
  folder.remove();
  outside.remove();
});
const scenario = folder.write('scenario.yaml', 'name: Café\n');

describe('the text of a scenario', () => {
  it('is read as UTF-8, with or without a byte order mark', () => {
    expect(readScenarioText(scenario)).toBe('name: Café\n');
    expect(readScenarioText(folder.write('bom.yaml', '\ufeffname: Café\n'))).toBe('name: Café\n');
  });

  it.each([
    ['nothing.yaml', 'There is no file'],
    ['scenario.yaml/inside.yaml', 'There is no file'],
    ['.', 'is a folder'],
  ])('of %s cannot be read, and is told why', (name, why) => {
    const read = () => readScenarioText(join(folder.path, name));
    expect(read).toThrow(FileError);
    expect(read).toThrow(why);
  });

  it('in another encoding is refused', () => {
    const latin1 = folder.write('latin1.yaml', Buffer.from('name: Café', 'latin1'));
    expect(() => readScenarioText(latin1)).toThrow('is not UTF-8 text. Save it as UTF-8.');
    const utf16 = folder.write('utf16.yaml', Buffer.from('\ufeffname: Café', 'utf16le'));
    expect(() => readScenarioText(utf16)).toThrow('is not UTF-8 text');
  });

  it('that this user may not read is refused', { skip: process.getuid?.() === 0 }, () => {
    const secret = folder.write('secret.yaml', 'name: x');
    chmodSync(secret, 0o000);
    expect(() => readScenarioText(secret)).toThrow('may not be read by this user');
  });

  it('without an end is read to the limit only', { skip: process.platform === 'win32' }, () => {
    expect(() => readScenarioText('/dev/zero')).toThrow('is larger than 16 MB');
  });
});

describe('the text of data', () => {
  it('is read as UTF-16 of either order of bytes, as Excel writes it', () => {
    const little = Buffer.from('\ufeffDate d’arrivée\tAppels\n', 'utf16le');
    const big = Buffer.from(little).swap16();
    for (const [name, bytes] of [
      ['little.txt', little],
      ['big.txt', big],
      ['cut.txt', Buffer.concat([big, Buffer.from([0])])],
    ] as const) {
      expect(readDataText(folder.write(name, bytes))).toBe('Date d’arrivée\tAppels\n');
    }
  });
});

describe('the files a scenario names', () => {
  it('are those of its own folder and below', () => {
    folder.write('calls.csv', 'calls\n1\n');
    mkdirSync(join(folder.path, 'data'));
    folder.write('data/more.csv', 'calls\n2\n');
    const files = new FilesBeside(scenario);
    expect(files.read('calls.csv')).toBe('calls\n1\n');
    expect(files.read('data/more.csv')).toBe('calls\n2\n');
    expect(files.read('data/../calls.csv')).toBe('calls\n1\n');
    expect(files.reasons.size).toBe(0);
  });

  it('that are missing are undefined: the scenario has a problem of its own for them', () => {
    const files = new FilesBeside(scenario);
    expect(files.read('nothing.csv')).toBeUndefined();
    expect(files.reasons.size).toBe(0);
  });

  it('outside are not read, whether by path or by link, and it is said why', () => {
    const target = outside.write('calls.csv', 'calls\n1\n');
    symlinkSync(target, join(folder.path, 'link.csv'));
    const names = [
      target,
      join('..', basename(outside.path), 'calls.csv'),
      '../nothing.csv',
      'link.csv',
      '..',
      '/dev/zero',
    ];
    for (const name of names) {
      const files = new FilesBeside(scenario);
      expect(files.read(name)).toBeUndefined();
      expect([...files.reasons.values()]).toEqual([
        `"${name}" is outside the scenario's folder and is not read. Put a copy beside the scenario.`,
      ]);
    }
  });

  it('that are folders, or no text, are not read, and it is said why', () => {
    folder.write('binary.csv', Buffer.from([0xff, 0xfe, 0x00]));
    const files = new FilesBeside(scenario);
    expect([files.read('data'), files.read('binary.csv')]).toEqual([undefined, undefined]);
    expect(files.reasons.get('data')).toContain('is a folder');
    expect(files.reasons.get('binary.csv')).toContain('is not UTF-8 text');
  });

  it('may come through a pipe', { skip: process.platform === 'win32' }, () => {
    const pipe = join(folder.path, 'pipe.yaml');
    execFileSync('mkfifo', [pipe]);
    execFileSync('sh', ['-c', 'printf "name: piped" > "$1" &', 'sh', pipe], { stdio: 'ignore' });
    expect(readScenarioText(pipe)).toBe('name: piped');
  });
});
