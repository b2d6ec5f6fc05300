/** The words the YAML editor says itself, in its search panel and to those who hear it. */
import { EditorState } from '@codemirror/state';
import type { Extension } from '@codemirror/state';
import { msg } from '@lit/localize';

export function yamlPhrases(): Extension {
  return EditorState.phrases.of({
    Find: msg('Find'),
    Replace: msg('Replace'),
    next: msg('next'),
    previous: msg('previous'),
    all: msg('all'),
    'match case': msg('match case'),
    regexp: msg('pattern'),
    'by word': msg('whole words'),
    replace: msg('replace'),
    'replace all': msg('replace all'),
    close: msg('close'),
    'current match': msg('this one'),
    'on line': msg('on line'),
    'Go to line': msg('Go to line'),
    go: msg('go'),
    Completions: msg('Suggestions'),
    Diagnostics: msg('Problems'),
    'No diagnostics': msg('No problems'),
    'Folded lines': msg('Folded lines'),
    'Unfolded lines': msg('Unfolded lines'),
    'Fold line': msg('Fold'),
    'Unfold line': msg('Unfold'),
    'folded code': msg('folded lines'),
    unfold: msg('unfold'),
    to: msg('to'),
  });
}
