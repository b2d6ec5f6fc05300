/**
 * One call's story in steps, for a page: each with its time, what happened in a few words, the sentence that says why, and the rules
 * behind it. The sentences are those of the story that is read aloud (story.ts), so the two cannot tell different things. It knows no
 * page and no day.
 */
import type { Entry } from '../engine/index.ts';
import { StoryCall } from './story-call.ts';
import { STORY_WORDS, tell, type StoryOptions } from './story.ts';
import type { StepKind, Told } from './story-page.ts';
import { sumUp } from './story-sum.ts';

export interface StoryStep {
  /** Milliseconds since the day began. */
  readonly t: number;
  /** In a few words. */
  readonly what: string;
  /** In sentences; rules stand apart. */
  readonly why: string;
  readonly rules: readonly string[];
  readonly kind: StepKind;
  /** Whom it concerns, if any. */
  readonly agent: string | null;
}

export interface Story {
  readonly contact: number;
  readonly title: string;
  /** "In short: served by ana after 3 minutes." */
  readonly summary: string;
  /** Why it had to wait, when first it had to: "Nobody could take it: four agents had a call in hand." Null: it had not. */
  readonly reason: string | null;
  readonly steps: readonly StoryStep[];
}

/** The same as `storyOf`, with each offer and each announcement told by itself. */
export function storySteps(
  contact: number,
  entries: Iterable<Entry>,
  { startOfDay, language = 'en' }: StoryOptions,
): Story {
  const words = STORY_WORDS[language];
  const call = new StoryCall(words, startOfDay, true);
  tell(call, contact, entries);
  const steps = stepsOf(call.page.told);
  return {
    contact,
    title: words.title(contact),
    summary: `${sumUp(call)}.`,
    reason: call.nobody === null ? null : `${call.nobody}.`,
    steps: steps.toSorted((a, b) => a.t - b.t),
  };
}

/** A sentence without a mark goes on with the step before. */
function stepsOf(told: readonly Told[]): readonly StoryStep[] {
  const steps: StoryStep[] = [];
  for (const { t, text, rules, mark } of told) {
    const before = steps.at(-1);
    if (mark === null && before !== undefined)
      steps[steps.length - 1] = {
        ...before,
        why: `${before.why} ${text}`,
        rules: [...new Set([...before.rules, ...rules])],
      };
    else
      steps.push({
        t,
        what: mark?.heading ?? text,
        why: mark === null ? '' : text,
        rules,
        kind: mark?.kind ?? 'plain',
        agent: mark?.agent ?? null,
      });
  }
  return steps;
}
