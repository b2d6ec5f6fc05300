/** Presences as they are written and as they are known, and which of them a workstream assigns. */
import type { PresetValues } from './defaults.ts';
import type { WorkstreamOptions } from './scenario.ts';
import type { Channel, Presence } from './setup.ts';

type WrittenPresence = 'available' | 'busy' | 'dnd' | 'away' | 'offline' | 'inactive';

/** `dnd` is short for `doNotDisturb`. */
export function presenceOf(written: WrittenPresence): Presence {
  return written === 'dnd' ? 'doNotDisturb' : written;
}

/** The presences a workstream assigns (PR-03). */
export function allowedPresences(workstream: WorkstreamOptions, preset: PresetValues): Presence[] {
  if (workstream.allowedPresences) return workstream.allowedPresences.map(presenceOf);
  const channel: Channel = workstream.channel ?? 'voice';
  return channel === 'voice' ? [...(preset.voicePresences ?? ['available'])] : ['available', 'busy'];
}
