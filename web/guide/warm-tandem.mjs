/**
 * Runs the built command line again and again in one process, as often as its parent asks. Most of what a short
 * command costs is starting Node and warming up; here that is paid once. Plain JavaScript, because Node 20 starts it.
 */
import { pathToFileURL } from 'node:url';

const program = process.argv[2];
const written = { out: '', err: '' };
process.stdout.write = (text) => Boolean((written.out += text));
process.stderr.write = (text) => Boolean((written.err += text));
// Each run of the command line listens for errors of these.
process.stdout.setMaxListeners(0);
process.stderr.setMaxListeners(0);

let runs = 0;
process.on('message', async ({ args, cwd }) => {
  written.out = '';
  written.err = '';
  process.exitCode = 0;
  process.argv = [process.argv0, program, ...args];
  process.chdir(cwd);
  runs += 1;
  // By another name it is loaded again, and it runs while loading; its chunks stay.
  await import(`${pathToFileURL(program)}?${runs}`);
  process.send({ code: process.exitCode, signal: null, ...written });
});
