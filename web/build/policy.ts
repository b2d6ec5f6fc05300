/** Writes the content security policy into the page, so that it holds on any file server. */
import type { Plugin } from 'vite';
import { PAGE_POLICY } from '../../workers/page-policy.ts';

/** Only in a build: the development server adds styles and a script of its own to the page. */
export function pagePolicy(): Plugin {
  return {
    name: 'tandem-page-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: PAGE_POLICY },
        injectTo: 'head-prepend',
      },
    ],
  };
}
