/**
 * Text into HTML. What is put into a template is text and is escaped; only markup made here goes in as it is. It knows no page.
 */

/** HTML that was made by `html` or vouched for by `trusted`. */
export class Markup {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

export type Content = Markup | string | number | null | false | readonly Content[];

/** Nothing at all. */
export const nothing = new Markup('');

/** A template: html`<p>${text}</p>`. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  let text = parts[0] ?? '';
  for (const [at, content] of contents.entries()) text += written(content) + (parts[at + 1] ?? '');
  return new Markup(text);
}

/** Markup that comes from our own charts and style sheets. */
export function trusted(text: string): Markup {
  return new Markup(text);
}

/** A sentence of a language, with its {places} filled. */
export function fill(sentence: string, places: Readonly<Record<string, Content>>): Markup {
  const pieces = sentence.split(/\{(\w+)\}/);
  return new Markup(
    pieces
      .map((piece, at) => (at % 2 === 0 ? escaped(piece) : written(places[piece] ?? `{${piece}}`)))
      .join(''),
  );
}

function written(content: Content): string {
  if (content === null || content === false) return '';
  if (content instanceof Markup) return content.text;
  if (typeof content === 'string') return escaped(content);
  if (typeof content === 'number') return String(content);
  return content.map(written).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

/** What is read aloud: without tags. Only of markup made here, where a `<` in a text is always escaped. */
export function plainText({ text }: Markup): string {
  const bare = text.replaceAll(/<[^>]*>/g, '');
  return Object.entries(ENTITIES).reduceRight((left, [sign, entity]) => left.replaceAll(entity, sign), bare);
}
