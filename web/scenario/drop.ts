/**
 * A scenario as a file: chosen, dropped anywhere on the page, or saved. What is no text, too large or of another kind is refused with a
 * sentence; what the text means is for others to say.
 */
import { msg, str } from '@lit/localize';

/** As the command line reads them. */
export const FILE_MOST = 5 * 1024 * 1024;
const ENDINGS = /\.(?:ya?ml|json)$/i;
export const ACCEPTED = '.yaml,.yml,.json';

export type OnText = (text: string, name: string) => void;
export type OnRefused = (sentence: string) => void;

/** The text of the file, or why it is not taken. */
export async function textOf(file: File): Promise<{ readonly text: string } | { readonly refused: string }> {
  if (!ENDINGS.test(file.name))
    return { refused: msg(str`${file.name} is not a scenario: .yaml, .yml and .json are.`) };
  if (file.size > FILE_MOST)
    return { refused: msg(str`${file.name} is larger than 5 MiB: a scenario is not.`) };
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    return { refused: msg(str`${file.name} could not be read as text (UTF-8).`) };
  }
  if (text.trim() === '') return { refused: msg(str`${file.name} is empty.`) };
  return { text };
}

/**
 * Takes files dropped on the element, which shows `data-dropping` while one hovers over it. Returns how to stop.
 */
export function acceptDrops(element: HTMLElement, onText: OnText, onRefused: OnRefused): () => void {
  // Entering a child is told before leaving its parent, so the two are counted.
  let depth = 0;
  const show = () => element.toggleAttribute('data-dropping', depth > 0);
  const enter = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth += 1;
    show();
  };
  const over = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    if (event.dataTransfer !== null) event.dataTransfer.dropEffect = 'copy';
  };
  const leave = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    depth = Math.max(0, depth - 1);
    show();
  };
  const drop = (event: DragEvent) => {
    if (!hasFiles(event)) return;
    event.preventDefault();
    depth = 0;
    show();
    const files = [...(event.dataTransfer?.files ?? [])];
    const [file] = files;
    if (file === undefined) return;
    if (files.length > 1) onRefused(msg('One file at a time.'));
    else void take(file, onText, onRefused);
  };
  element.addEventListener('dragenter', enter);
  element.addEventListener('dragover', over);
  element.addEventListener('dragleave', leave);
  element.addEventListener('drop', drop);
  return () => {
    element.removeEventListener('dragenter', enter);
    element.removeEventListener('dragover', over);
    element.removeEventListener('dragleave', leave);
    element.removeEventListener('drop', drop);
  };
}

async function take(file: File, onText: OnText, onRefused: OnRefused): Promise<void> {
  const found = await textOf(file);
  if ('text' in found) onText(found.text, file.name);
  else onRefused(found.refused);
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') === true;
}

/** Lets the reader choose a file; nothing happens when he changes his mind. */
export function chooseFile(onText: OnText, onRefused: OnRefused): void {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = ACCEPTED;
  input.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file !== undefined) void take(file, onText, onRefused);
  });
  input.click();
}

/** Hands a text to the reader as a file. */
export function saveFile(name: string, text: string, type: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The browser has begun to read by the next task.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** "Help desk with callbacks" -> "help-desk-with-callbacks.yaml". */
export function fileName(title: string, ending: string): string {
  const plain = title
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return `${plain === '' ? 'scenario' : plain}.${ending}`;
}
