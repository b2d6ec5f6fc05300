/**
 * What the workbench's page may do, as a content security policy: it loads from its own origin and from nowhere else, runs no script that
 * stands in the page, and sends no form. The build writes it into the page, for any file server; `tandem serve` says it in a header too.
 */

/**
 * `blob:` and `data:` are for pictures the page makes itself. Styles are stricter than most pages have them: Lit and CodeMirror adopt
 * sheets by script, which no policy forbids, so no style need stand in the page.
 */
const DIRECTIVES = [
  "default-src 'self'",
  "script-src 'self'",
  "worker-src 'self'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
] as const;

/** As a `<meta http-equiv="Content-Security-Policy">` takes it. */
export const PAGE_POLICY = DIRECTIVES.join('; ');

/** As a header: who may frame the page can only be said there. */
export const HEADER_POLICY = `${PAGE_POLICY}; frame-ancestors 'none'`;
