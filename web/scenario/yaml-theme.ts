/** How the YAML editor looks: the tokens of the page, so that light, dark and forced colours come by themselves. */
import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const view = EditorView.theme({
  '&': {
    height: '100%',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    fontSize: 'var(--t-small)',
  },
  '&.cm-focused': { outline: '2px solid var(--focus)', outlineOffset: '-2px' },
  '.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.6', overflow: 'auto' },
  '.cm-content': { caretColor: 'var(--ink)', padding: '8px 0' },
  '.cm-cursor, .cm-dropCursor': { borderLeftColor: 'var(--ink)', borderLeftWidth: '2px' },
  '.cm-gutters': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink-3)',
    borderRight: '1px solid var(--line)',
  },
  '.cm-activeLine': { backgroundColor: 'color-mix(in srgb, var(--sunken) 50%, transparent)' },
  '.cm-activeLineGutter': { backgroundColor: 'var(--sunken)', color: 'var(--ink)' },
  '.cm-selectionBackground': { backgroundColor: 'var(--now-wash)' },
  '&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--now) 26%, var(--surface))',
  },
  '.cm-matchingBracket, &.cm-focused .cm-matchingBracket': {
    backgroundColor: 'var(--now-wash)',
    outline: '1px solid var(--now)',
  },
  '.cm-searchMatch': { backgroundColor: 'var(--now-wash)', outline: '1px solid var(--now)' },
  '.cm-lintRange-error': {
    backgroundImage: 'none',
    textDecoration: 'underline wavy var(--alarm)',
    textUnderlineOffset: '3px',
  },
  '.cm-lintRange-warning': {
    backgroundImage: 'none',
    textDecoration: 'underline dotted var(--ink-2) 2px',
    textUnderlineOffset: '3px',
  },
  '.cm-lint-marker': { width: '12px', height: '12px', content: 'none' },
  '.cm-lint-marker-error': {
    content: 'none',
    backgroundColor: 'var(--alarm)',
    clipPath: 'polygon(50% 0, 100% 100%, 0 100%)',
  },
  '.cm-lint-marker-warning': {
    content: 'none',
    border: '2px solid var(--ink-2)',
    borderRadius: '50%',
  },
  '.cm-tooltip': {
    backgroundColor: 'var(--raised)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    boxShadow: 'var(--elev-1)',
    fontSize: 'var(--t-small)',
  },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': { fontFamily: 'var(--mono)', maxHeight: '15em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li': { padding: '2px 8px', lineHeight: '20px' },
  '.cm-tooltip-autocomplete ul li[aria-selected]': {
    backgroundColor: 'var(--now)',
    color: 'var(--on-now)',
  },
  '.cm-tooltip-autocomplete ul li[aria-selected] .cm-completionDetail': { color: 'var(--on-now)' },
  '.cm-completionDetail': { color: 'var(--ink-3)', fontStyle: 'normal', marginLeft: '1em' },
  '.cm-completionMatchedText': { textDecoration: 'underline' },
  '.cm-completionInfo, .explained': {
    maxWidth: '340px',
    padding: '8px 10px',
    fontFamily: 'var(--font)',
    lineHeight: '1.45',
  },
  '.explained-detail': { color: 'var(--ink-3)', marginTop: '4px' },
  '.cm-diagnostic': { padding: '6px 10px', fontFamily: 'var(--font)', maxWidth: '440px' },
  '.cm-diagnostic-error': { borderLeft: '3px solid var(--alarm)' },
  '.cm-diagnostic-warning': { borderLeft: '3px solid var(--ink-2)' },
  '.cm-diagnosticAction': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    minHeight: '24px',
    padding: '0 8px',
    font: 'inherit',
  },
  '.cm-panels': { backgroundColor: 'var(--bg)', color: 'var(--ink)', borderColor: 'var(--line)' },
  '.cm-panel.cm-search': { padding: '8px', fontFamily: 'var(--font)' },
  '.cm-panel.cm-search input[type=checkbox]': { minWidth: '16px', minHeight: '16px' },
  '.cm-textfield': {
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    minHeight: '24px',
  },
  '.cm-button': {
    backgroundImage: 'none',
    backgroundColor: 'var(--surface)',
    color: 'var(--ink)',
    border: '1px solid var(--line-strong)',
    borderRadius: 'var(--r-control)',
    minHeight: '24px',
  },
  '.cm-foldPlaceholder': { background: 'var(--sunken)', border: '0', color: 'var(--ink-2)' },
});

const words = HighlightStyle.define([
  {
    tag: [tags.propertyName, tags.definition(tags.propertyName)],
    color: 'var(--now-ink)',
    fontWeight: '600',
  },
  { tag: tags.comment, color: 'var(--ink-3)', fontStyle: 'italic' },
  { tag: [tags.string, tags.content], color: 'var(--ink)' },
  { tag: [tags.punctuation, tags.separator, tags.brace, tags.squareBracket], color: 'var(--ink-3)' },
  { tag: [tags.labelName, tags.typeName, tags.keyword, tags.meta], color: 'var(--callback)' },
]);

export const yamlTheme = [view, syntaxHighlighting(words)];
