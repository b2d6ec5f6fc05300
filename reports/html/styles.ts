/** The style sheets of the page as one text, with the typeface in it, and the foot of each printed page. */
import font from '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2?inline';
import page from './page.css?raw';
import print from './print.css?raw';
import tokens from './tokens.css?raw';

/** @param footText what stands at the bottom left of each printed page */
export function pageStyles(footText: string): string {
  const face = `@font-face {
  font-family: 'Inter Variable';
  src: url('${font}') format('woff2');
  font-weight: 100 900;
  font-style: normal;
  font-display: swap;
}
`;
  const foot = `@page {
  @bottom-left {
    content: ${cssString(footText)};
    font: 8pt sans-serif;
  }
  @bottom-right {
    content: counter(page) ' / ' counter(pages);
    font: 8pt sans-serif;
  }
}
`;
  return face + tokens + page + print + foot;
}

/** Nothing of a name can end the string, the rule or the element. */
function cssString(text: string): string {
  const safe = text.replaceAll(
    /[^\p{L}\p{N} .,·-]/gu,
    (sign) => `\\${(sign.codePointAt(0) ?? 0).toString(16)} `,
  );
  return `'${safe}'`;
}
