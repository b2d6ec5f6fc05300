/** `tandem serve`: the workbench in a browser, from this machine, until Ctrl-C. What is served and how is the package's. */
import { spawn } from 'node:child_process';
import { serve, ServeError } from '../../workers/tandem.ts';
import type { Served } from '../../workers/tandem.ts';
import { Arguments, optionLines } from './arguments.ts';
import type { OptionKinds } from './arguments.ts';
import { listenForCtrlC } from './ctrl-c.ts';
import { badInput, complain } from './output.ts';

const options: OptionKinds = {
  port: { value: 'N', help: 'the port, 0 for any that is free; default: 4173, or the next one that is free' },
  host: {
    value: 'ADDRESS',
    help: 'the address to listen on; default: 127.0.0.1, which only this machine reaches.\n0.0.0.0 opens the workbench to the network',
  },
  open: { help: 'open it in the browser' },
  help: { short: 'h', help: 'print this text' },
};

const serveHelp = `Usage: tandem serve [options]

Serves the workbench, the page to tune a contact centre in, and prints its address. Ctrl-C ends it. The page
simulates in the browser: nothing is computed here and nothing is sent anywhere.

${optionLines(options)}

Exit code 0 after Ctrl-C, or 2 when it cannot be served: the port is taken, or the workbench is not built.
`;

const LOOPBACK = /^(?:127\.\d+\.\d+\.\d+|::1|localhost)$/;

export async function serveCommand(args: readonly string[]): Promise<number> {
  const given = new Arguments(args, options);
  if (given.has('help')) {
    process.stdout.write(serveHelp);
    return 0;
  }
  const port = given.whole('port', 0, 65_535);
  const host = given.text('host');
  const slips = [
    ...given.slips,
    ...given.words.map((word) => `"${word}" is not needed: serve takes options only.`),
  ];
  if (slips.length > 0) return complain(slips, 'tandem serve --help');
  try {
    const served = await serve({
      ...(port === undefined ? {} : { port }),
      ...(host === undefined ? {} : { host }),
    });
    return await untilCtrlC(served, { host: host ?? '127.0.0.1', isOpened: given.has('open') });
  } catch (error) {
    if (!(error instanceof ServeError)) throw error;
    process.stderr.write(`tandem: ${error.message}\n`);
    return badInput;
  }
}

async function untilCtrlC(
  served: Served,
  how: { readonly host: string; readonly isOpened: boolean },
): Promise<number> {
  const ctrlC = listenForCtrlC();
  if (!LOOPBACK.test(how.host)) {
    process.stderr.write(
      `tandem: "${how.host}" lets everybody who reaches this machine open the workbench.\n`,
    );
  }
  const others = served.elsewhere.map((address) => `From other machines: ${address}\n`).join('');
  process.stdout.write(`The workbench is at ${served.address}\n${others}Ctrl-C ends it.\n`);
  if (how.isOpened) openInBrowser(served.address);
  await new Promise<void>((resolve) =>
    ctrlC.signal.addEventListener('abort', () => resolve(), { once: true }),
  );
  await served.close();
  ctrlC.close();
  return 0;
}

const OPENERS: Partial<Readonly<Record<NodeJS.Platform, readonly string[]>>> = {
  darwin: ['open'],
  // `start` takes its first quoted word for a title.
  win32: ['cmd', '/c', 'start', '""'],
};

/** Where there is no browser, or none to be found, the address has been printed all the same. */
function openInBrowser(address: string): void {
  const [program = '', ...before] = OPENERS[process.platform] ?? ['xdg-open'];
  const child = spawn(program, [...before, address], { stdio: 'ignore', detached: true });
  child.on('error', () => undefined);
  child.unref();
}
