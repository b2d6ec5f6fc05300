import { spawn } from 'node:child_process';
import { chmodSync, cpSync, readFileSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { Folder, root, tandem } from '../testing/tandem.ts';

const folder = new Folder();
afterAll(() => folder.remove());

/** The command line as it is installed, with a workbench of one page. */
function installed(name: string, files: readonly string[]): string {
  const place = join(folder.path, name);
  cpSync(join(root, 'dist'), join(place, 'dist'), {
    recursive: true,
    filter: (path) => !/[\\/]dist[\\/](?:web|types|bench|accuracy)(?:[\\/]|$)|\.map$/.test(path),
  });
  cpSync(join(root, 'package.json'), join(place, 'package.json'));
  symlinkSync(join(root, 'node_modules'), join(place, 'node_modules'), 'junction');
  for (const file of files) cpSync(join(root, 'LICENSE'), join(place, 'dist/web', file));
  return join(place, 'dist/cli.js');
}

interface Running {
  readonly address: string;
  readonly err: string;
  /** Ctrl-C, and how it ended. */
  readonly end: () => Promise<unknown>;
}

/** Comes back when it has printed all it has to say. */
function serving(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Running> {
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], {
    env: { ...process.env, ...env },
  });
  const ended = new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal })));
  let out = '';
  let err = '';
  child.stderr.on('data', (piece: Buffer) => (err += piece.toString()));
  const end = (): Promise<unknown> => {
    child.kill('SIGINT');
    return ended;
  };
  return new Promise((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`It ended with ${code}: ${out}${err}`)));
    child.stdout.on('data', (piece: Buffer) => {
      out += piece.toString();
      if (out.includes('Ctrl-C')) resolve({ address: /http:\S+/.exec(out)?.[0] ?? '', err, end });
    });
  });
}

const program = installed('built', ['index.html', 'sw.js']);

describe('tandem serve', () => {
  it('prints an address that answers, and ends with 0 at Ctrl-C', async () => {
    const { address, end } = await serving([]);
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    const response = await fetch(address);
    expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
    expect(await end()).toEqual({ code: 0, signal: null });
  });

  it('says that it is open to the network when it is', async () => {
    const { address, err, end } = await serving(['--host', '0.0.0.0']);
    expect(err).toContain('"0.0.0.0" lets everybody who reaches this machine');
    expect(address).toContain('http://127.0.0.1:');
    await end();
  });

  it.runIf(process.platform === 'linux')(
    'opens the browser, and does not mind when there is none',
    async () => {
      const opener = folder.write('xdg-open', `#!/bin/sh\nprintf %s "$1" > '${folder.path}/opened'\n`);
      chmodSync(opener, 0o755);
      const { address, end } = await serving(['--open'], { PATH: `${folder.path}:${process.env['PATH']}` });
      await vi.waitFor(() => expect(readFileSync(join(folder.path, 'opened'), 'utf8')).toBe(address), 10_000);
      await end();
      const none = await serving(['--open'], { PATH: folder.path.replace(/\w+$/, 'none') });
      expect(await fetch(none.address)).toMatchObject({ status: 200 });
      expect(await none.end()).toEqual({ code: 0, signal: null });
    },
  );

  it('says what to do when the workbench is not built', async () => {
    const { code, err } = await tandem(['serve'], { program: installed('unbuilt', []) });
    expect({ code, err }).toEqual({
      code: 2,
      err: 'tandem: The workbench has not been built yet: run "npm run build".\n',
    });
  });

  it('says that a port that was named is taken', async () => {
    const blocker = createServer();
    await new Promise<void>((resolve) => blocker.listen(0, '127.0.0.1', resolve));
    const { port } = blocker.address() as AddressInfo;
    const { code, err } = await tandem(['serve', '--port', String(port)], { program });
    blocker.close();
    expect({ code, err }).toEqual({ code: 2, err: `tandem: Port ${port} is taken by another program.\n` });
  });

  it.each([
    [['--port', 'x'], /--port asks for a whole number from 0 to 65535, not "x"/],
    [['--prt', '80'], /--prt.*--port/],
    [['scenario.yaml'], /"scenario\.yaml" is not needed/],
  ])('refuses %j', async (args, saying) => {
    const { code, err } = await tandem(['serve', ...args]);
    expect(code).toBe(2);
    expect(err).toMatch(saying);
  });
});
