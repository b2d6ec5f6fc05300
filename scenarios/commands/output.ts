/**
 * How the commands speak: complaints on the error stream, and the exit codes. Colour only where it is wanted.
 */
import { OptionError, SimulationError, version } from '../../workers/tandem.ts';

/** Bad input: an option, a file, a scenario. */
export const badInput = 2;
/** Interrupted with nothing to show for it: 128 + SIGINT, as shells have it. */
export const interrupted = 130;
/** Tandem contradicted itself. */
export const fault = 1;

/** Says every slip of the arguments. Returns the exit code. */
export function complain(slips: readonly string[], helpCommand: string): number {
  for (const slip of slips) process.stderr.write(`tandem: ${slip}\n`);
  process.stderr.write(`"${helpCommand}" lists what there is.\n`);
  return badInput;
}

/** Whether to colour: a terminal, and nobody said no (https://no-color.org). */
export function wantsColour(stream: { readonly isTTY?: boolean | undefined }, isRefused: boolean): boolean {
  if (isRefused || (process.env['NO_COLOR'] ?? '') !== '') return false;
  return stream.isTTY === true && process.env['TERM'] !== 'dumb';
}

/** Who asked for a simulation. */
export interface Asking {
  /** What lists the options: `tandem run --help`. */
  readonly help: string;
  /** Of the scenario. */
  readonly file: string;
  /** A sentence about an option of the API as one about the option that was typed. */
  readonly asTyped?: (problem: string) => string;
}

/** Says why a simulation gave nothing; what is no option and no fault of the engine is thrown on. Returns the exit code. */
export function failure(error: unknown, { help, file, asTyped = (problem) => problem }: Asking): number {
  if (error instanceof OptionError) return complain(error.problems.map(asTyped), help);
  if (error instanceof SimulationError) return ownFault(error, file);
  throw error;
}

/** Says what to keep of a failure of ours. Returns the exit code. */
function ownFault(error: SimulationError, file: string): number {
  process.stderr.write(
    `tandem: ${error.message}\n` +
      `This is a fault of Tandem ${version}, not of your scenario. To report it, keep "${file}" and say: ` +
      `seed ${error.seed}, day ${error.day}.\n`,
  );
  return fault;
}
