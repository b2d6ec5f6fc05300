/**
 * `--set queues.support.callback.offerFirst=15s`: changes one value of a parsed scenario without touching the
 * file. The value is YAML. Maps that are missing on the way are made; what the new key means, and whether it is
 * known, is checked afterwards like everything else.
 */
import type { Document } from 'yaml';
import { Pair, Scalar, YAMLMap, isAlias, isMap, isNode, isScalar, isSeq, parseDocument } from 'yaml';

/** The two halves of `path=value`; undefined if there is no path or no `=`. */
export function parseSetting(setting: string): { steps: string[]; value: string } | undefined {
  // A quoted step may hold dots and equals signs: queues."24.7".priority=2
  const parts = /^((?:"(?:[^"\\]|\\.)*"|[^="])+)=(.*)$/s.exec(setting);
  if (!parts || spacedStep.test((parts[1] ?? '').replaceAll(/"(?:[^"\\]|\\.)*"/g, '"'))) return undefined;
  const steps = [...(parts[1] ?? '').matchAll(/"((?:[^"\\]|\\.)*)"|([^.[\]"\s]+)/g)].map(
    (step) => step[2] ?? (step[1] ?? '').replace(/\\(.)/g, '$1'),
  );
  return steps.length > 0 ? { steps, value: (parts[2] ?? '').trim() } : undefined;
}

/** Two words in a step without quotes: the second would be taken for a step of its own. */
const spacedStep = /[^\s.[\]"]\s+[^\s.[\]"]/;

/** The setting with quotes around the steps that have a space, where that is what is wrong with it. */
export function quotedSetting(setting: string): string | undefined {
  const [, path = '', value = ''] = /^([^"=]+)=(.*)$/s.exec(setting) ?? [];
  if (!spacedStep.test(path)) return undefined;
  const steps = path.split('.').map((step) => step.trim());
  const quoted = steps.map((step, at) => {
    if (!spacedStep.test(step)) return at === 0 ? step : `.${step}`;
    return at === 0 ? `"${step}"` : `["${step}"]`;
  });
  return `${quoted.join('')}=${value}`;
}

/** Applies the change; `mark` is told every node it made, so that problems can name the setting. False if it cannot be applied. */
export function applySetting(
  document: Document.Parsed,
  setting: string,
  mark: (node: unknown) => void,
): boolean {
  const parsed = parseSetting(setting);
  if (!parsed || parsed.value === '' || parsed.value.length > 10_000) return false;
  const value = parseDocument(parsed.value, { uniqueKeys: false, logLevel: 'silent' });
  if (value.errors.length > 0 || !isNode(value.contents)) return false;
  let holder: unknown = document.contents;
  for (const step of parsed.steps.slice(0, -1)) {
    const next = ownChild(document, holder, step, mark);
    if (next === undefined) return false;
    holder = next;
  }
  const last = parsed.steps.at(-1) ?? '';
  mark(value.contents);
  return put(holder, last, value.contents, mark);
}

/** The child as a node of this place alone: an alias becomes a copy, so that only this path changes. */
function ownChild(
  document: Document.Parsed,
  holder: unknown,
  step: string,
  mark: (node: unknown) => void,
): unknown {
  let child = childOf(holder, step);
  if (isAlias(child)) {
    const target = child.resolve(document);
    if (!target) return undefined;
    child = target.clone();
    if (!put(holder, step, child, () => undefined)) return undefined;
  }
  if (isMap(child) || isSeq(child)) return child;
  const isEmpty = child === undefined || child === null || (isScalar(child) && child.value === null);
  if (!isEmpty) return undefined;
  const made = new YAMLMap();
  mark(made);
  return put(holder, step, made, mark) ? made : undefined;
}

function childOf(holder: unknown, step: string): unknown {
  if (isMap(holder)) return holder.items.find((pair) => keyIs(pair.key, step))?.value;
  return isSeq(holder) && /^\d+$/.test(step) ? holder.items[Number(step)] : undefined;
}

function put(holder: unknown, step: string, child: unknown, mark: (node: unknown) => void): boolean {
  if (isMap(holder)) {
    const pair = holder.items.find((item) => keyIs(item.key, step));
    if (pair) pair.value = child;
    else {
      const key = new Scalar(step);
      mark(key);
      holder.items.push(new Pair(key, child));
    }
    return true;
  }
  if (!isSeq(holder) || !/^\d+$/.test(step)) return false;
  const index = Number(step);
  // One past the end adds to the list.
  if (index > holder.items.length) return false;
  holder.items[index] = child;
  return true;
}

function keyIs(key: unknown, step: string): boolean {
  if (!isScalar(key)) return false;
  return key.value === step || key.source === step || String(key.value) === step;
}
