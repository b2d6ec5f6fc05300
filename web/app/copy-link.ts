/** The link of this screen onto the clipboard, said either way; without the clipboard's permission the address bar has it. */
import { msg, str } from '@lit/localize';
import type { Bench } from '../state/contexts.ts';

export async function copyLink({ link, say }: Bench): Promise<void> {
  const address = await link();
  try {
    await navigator.clipboard.writeText(address);
    say(
      msg(
        str`Link copied: ${address.length} characters. It holds the whole scenario; nothing is stored elsewhere.`,
      ),
    );
  } catch {
    history.replaceState(null, '', address);
    say(msg('The link is in the address bar: copy it from there.'));
  }
}
