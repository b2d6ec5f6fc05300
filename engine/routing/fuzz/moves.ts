/**
 * What happens next in a fuzz run: moves as plain data, thrown by chance with an eye on what the centre waits
 * for, so that most of them mean something, and one in twelve is wrong on purpose: stale ids, wrong agents,
 * repeats, late or impossible events. A move names contacts by a tag, so that a tape from which lines were
 * dropped still speaks of the same calls.
 */
import type { RoutingSetup } from '../../config/setup.ts';
import { seconds, type Millis } from '../../kernel/time.ts';
import { State } from '../contact-states.ts';
import type { Contact } from '../contact.ts';
import type { Engine } from '../engine.ts';
import { NOBODY, type Cause, type ConfigurationChange, type ContactId } from '../protocol.ts';
import type { InputName } from '../tape.ts';
import type { Dice } from './dice.ts';
import type { Host } from './host.ts';

/** Stands for a contact's id. */
export interface ContactRef {
  readonly contact: number;
}
/** Stands for the id of the newest such command of a contact; `old` for one that was given to it before. */
export interface CommandRef {
  readonly command: 'ring' | 'leg' | 'play' | 'connect' | 'old';
  readonly of: number;
}
/** Stands for the agent whom the contact rings or who has it. */
export interface AgentRef {
  readonly agentOf: number;
}
export type Argument = ContactRef | CommandRef | AgentRef | ConfigurationChange | string | number | boolean;

export interface Move {
  /** Time that passes first; `deadline`: up to the next deadline. Negative: the event comes late. */
  readonly wait: Millis | 'deadline';
  /** What is due before is served inside the input itself instead of one by one. */
  readonly jump: boolean;
  readonly input: InputName | 'wait';
  readonly args: readonly Argument[];
  /** Of an arrival: what later moves call the contact. */
  readonly tag: number;
}

export interface Known {
  readonly tag: number;
  readonly id: ContactId;
}

/** Whether the contact is in a state that ends by somebody's answer. */
const asksForAnswer = ({ state }: Contact): boolean =>
  state !== State.queued && state !== State.callbackWaiting && state !== State.retryWait;

/** Few contacts come so far: a promise with an agent. */
const isAtCallback = ({ state }: Contact): boolean =>
  state === State.callbackOffered || state === State.dialling || state === State.callbackConnected;

const CAUSES: readonly Cause[] = ['normal', 'busy', 'noAnswer', 'failed', 'invalidNumber', 'machine'];

export class Mover {
  readonly #dice: Dice;
  readonly #setup: RoutingSetup;
  readonly #callers: number;
  /** A calm run seldom errs, hangs up or waits long, so that calls get to their end. */
  readonly #isCalm: boolean;
  #tags = 0;

  constructor(dice: Dice, setup: RoutingSetup) {
    this.#dice = dice;
    this.#setup = setup;
    this.#callers = dice.pick([1, 2, 5, 50]);
    this.#isCalm = dice.chance(0.6);
  }

  next(engine: Engine, host: Host, known: readonly Known[]): Move {
    const dice = this.#dice;
    const open = known.filter(({ id }) => engine.view(id) !== null);
    const dial = dice.below(100);
    if (dial < 14 || known.length === 0) return this.#arrival();
    if (dial < 22) return this.#move('wait', []);
    if (dial < 34) return this.#agentAct(engine);
    if (dial < 37) return this.#supervisorOrConfiguration();
    if (dial < (this.#isCalm ? 38 : 46)) return this.#wrong(known);
    const asking = open.filter(({ id }) => asksForAnswer(engine.centre.find(id)!));
    const dialled = asking.filter(({ id }) => isAtCallback(engine.centre.find(id)!));
    const among = [dialled, asking, open].find((each) => each.length > 0 && dice.chance(0.7)) ?? known;
    const chosen = dice.pick(among);
    const contact = engine.centre.find(chosen.id);
    return contact === null ? this.#wrong(known) : this.#answerTo(contact, chosen.tag, host);
  }

  #move(input: Move['input'], args: readonly Argument[], tag: number = NOBODY): Move {
    const dice = this.#dice;
    const dial = dice.below(this.#isCalm && input !== 'wait' ? 15 : 20);
    const wait =
      dial < 9
        ? 0
        : dial < 13
          ? seconds(dice.whole(0, 6))
          : dial < 17
            ? 'deadline'
            : dial < 18
              ? seconds(dice.whole(5, 120))
              : dial < 19
                ? dice.whole(1, 999)
                : -seconds(dice.whole(0, 3));
    return {
      wait: input === 'wait' && wait === 0 ? 'deadline' : wait,
      jump: dice.chance(0.15),
      input,
      args,
      tag,
    };
  }

  #arrival(): Move {
    const dice = this.#dice;
    const withheld = dice.chance(0.1);
    const caller = withheld && dice.chance(0.5) ? NOBODY : dice.below(this.#callers);
    return this.#move(
      'contactArrived',
      [dice.below(this.#setup.entries.length), caller, withheld],
      this.#tags++,
    );
  }

  /** Mostly what this contact's state waits for, by whoever could do it. */
  #answerTo(contact: Contact, tag: number, host: Host): Move {
    const dice = this.#dice;
    const line = host.of(contact.id);
    const who: ContactRef = { contact: tag };
    const agent: AgentRef = { agentOf: tag };
    const the = (command: CommandRef['command']): CommandRef => ({ command, of: tag });
    const own = contact.isCallback && contact.state !== State.confirming ? the('leg') : 0;
    const hangUp = this.#move('legEnded', [who, 'customer', 'normal', own]);
    if (dice.chance(this.#isCalm ? 0.03 : 0.1)) return hangUp;
    const digit = contact.offers > 0 ? 0.3 : 0.06;
    if (dice.chance(digit)) return this.#move('dtmf', [who, dice.chance(0.85) ? '1' : '5']);
    switch (contact.state) {
      case State.treatment:
      case State.ending:
      case State.confirming:
        if (dice.chance(0.35)) return this.#move('numberGiven', [who, dice.below(this.#callers)]);
        return this.#move('promptDone', [who, the('play')]);
      case State.voicemail:
        return line.isRecording
          ? this.#move('messageRecorded', [who, dice.pick([0, 4000])])
          : this.#move(dice.chance(0.8) ? 'promptDone' : 'commandFailed', [who, the('play')]);
      case State.external:
        if (dice.chance(0.5)) return this.#move('legAnswered', [who, the('leg')]);
        return dice.chance(0.7)
          ? this.#move('legEnded', [who, 'external', dice.pick(CAUSES), the('leg')])
          : this.#move('commandFailed', [who, the('leg')]);
      case State.queued:
        if (dice.chance(0.6)) return this.#move('promptDone', [who, the('play')]);
        return dice.chance(0.5) ? this.#move('dtmf', [who, '1']) : this.#move('wait', []);
      case State.offered:
      case State.callbackOffered:
        return this.#answerRing(who, agent, the('ring'));
      case State.connecting:
        if (dice.chance(0.7)) return this.#move('legsJoined', [who, the('connect')]);
        return dice.chance(0.6) ? this.#move('commandFailed', [who, the('connect')]) : hangUp;
      case State.dialling:
        return this.#answerDial(contact, who, agent, the);
      case State.connected:
        if (dice.chance(0.4)) return this.#move('wait', []);
        return dice.chance(0.5)
          ? hangUp
          : this.#move(dice.chance(0.7) ? 'endRequested' : 'wrapUpSubmitted', [who, agent, 'done']);
      case State.callbackConnected:
        if (dice.chance(0.3)) return this.#move('machineReported', [who, agent]);
        return dice.chance(0.5)
          ? this.#move('legEnded', [who, dice.pick(['customer', 'agent'] as const), 'normal', the('leg')])
          : this.#move('endRequested', [who, agent]);
      case State.wrapUp:
      case State.callbackWrapUp:
        if (dice.chance(0.15)) return this.#move('wrapUpExtended', [who, agent]);
        return this.#move('wrapUpSubmitted', [who, agent, dice.pick(['', 'done', 'other', 'nonsense'])]);
      default:
        return this.#move('wait', []);
    }
  }

  #answerRing(who: ContactRef, agent: AgentRef, ring: CommandRef): Move {
    const dice = this.#dice;
    const dial = dice.below(20);
    if (dial < (this.#isCalm ? 14 : 11)) return this.#move('agentAccepted', [who, agent, ring]);
    if (dial < 15) return this.#move('agentDeclined', [who, agent, ring]);
    if (dial < 16) return this.#move('agentNoAnswer', [who, agent, ring]);
    if (dial < 17) return this.#move('commandFailed', [who, ring]);
    if (dial < 18) return this.#move('presenceChosen', [agent, 'away']);
    if (dial < 19)
      return this.#move('agentDeviceFailed', [
        who,
        agent,
        dice.pick(['busy', 'unreachable', 'invalidNumber'] as const),
        ring,
      ]);
    return this.#move('wait', []);
  }

  #answerDial(
    contact: Contact,
    who: ContactRef,
    agent: AgentRef,
    the: (command: CommandRef['command']) => CommandRef,
  ): Move {
    const dice = this.#dice;
    if (contact.answeredAt === NOBODY) {
      const dial = dice.below(10);
      if (dial < 5) return this.#move('legAnswered', [who, the('leg')]);
      if (dial < 8) return this.#move('legEnded', [who, 'network', dice.pick(CAUSES), the('leg')]);
      if (dial < 9) return this.#move('cancelRequested', [who, agent]);
      return this.#move('commandFailed', [who, the('leg')]);
    }
    const dial = dice.below(10);
    if (dial < 7) return this.#move('legsJoined', [who, the('connect')]);
    if (dial < 9) return this.#move('commandFailed', [who, the('connect')]);
    return this.#move('legEnded', [who, 'customer', 'normal', the('leg')]);
  }

  #agentAct(engine: Engine): Move {
    const dice = this.#dice;
    const resting = engine.centre.agents.filter(({ ableFor, isBusy }) => ableFor === 0 && !isBusy);
    if (resting.length > 0 && dice.chance(0.6)) {
      const { index, isSignedIn } = dice.pick(resting);
      return isSignedIn
        ? this.#move('presenceChosen', [index, 'available'])
        : this.#move('agentSignedIn', [index]);
    }
    const { length } = this.#setup.agents;
    const agent = dice.chance(0.98) ? dice.below(length) : dice.pick([-1, length]);
    const dial = dice.below(20);
    if (dial < 6) return this.#move('agentSignedIn', [agent]);
    if (dial < 14) return this.#move('presenceChosen', [agent, 'available']);
    if (dial < 17)
      return this.#move('presenceChosen', [
        agent,
        dice.pick(['away', 'away', 'busy', 'doNotDisturb', 'offline', 'inactive']),
      ]);
    if (dial < 18) return this.#move('signOutRequested', [agent]);
    if (dial < 19)
      return this.#move('channelChosen', [agent, dice.pick(['voice', 'messaging']), dice.chance(0.6)]);
    return this.#move('shiftEnded', [agent]);
  }

  #supervisorOrConfiguration(): Move {
    const dice = this.#dice;
    const agent = dice.below(this.#setup.agents.length);
    const dial = dice.below(4);
    if (dial === 0) return this.#move('presenceResetRequested', [agent]);
    if (dial === 1) return this.#move('wrapUpEndRequested', [agent]);
    return this.#move('configurationChanged', [this.#change(agent)]);
  }

  #change(agent: number): ConfigurationChange {
    const dice = this.#dice;
    const { queues, profiles } = this.#setup;
    const queue = dice.below(queues.length);
    const dial = dice.below(8);
    if (dial < 2 && profiles.length > 0)
      return {
        change: 'profileLimit',
        agent,
        profile: dice.below(profiles.length),
        limit: dice.pick([null, 1, 2, 3]),
      };
    if (dial === 2) return { change: 'profileReset', profile: 0, reset: 'immediate' };
    if (dial < 5) return { change: 'leaveQueue', agent, queue };
    if (dial < 7) return { change: 'joinQueue', agent, queue };
    const [setting, value] = dice.pick([
      ['priority', dice.whole(1, 3)],
      ['maxActiveContacts', dice.whole(1, 6)],
      ['ringTimeout', seconds(dice.whole(1, 9))],
      ['blockSize', dice.whole(1, 3)],
      ['workItemLimit', dice.whole(0, 3)],
      ['averageWait', seconds(dice.whole(0, 30))],
    ] as const);
    return { change: 'queueSetting', queue, setting, value };
  }

  /** Stale, misdirected, repeated, out of order. */
  #wrong(known: readonly Known[]): Move {
    const dice = this.#dice;
    const tag = dice.chance(0.9) && known.length > 0 ? dice.pick(known).tag : 1_000_000;
    const who: ContactRef = { contact: tag };
    const agent: AgentRef | number = dice.chance(0.5)
      ? { agentOf: tag }
      : dice.whole(-1, this.#setup.agents.length);
    const command: CommandRef | number = dice.chance(0.7)
      ? { command: dice.pick(['ring', 'leg', 'play', 'connect', 'old']), of: tag }
      : dice.pick([0, -1, 1, 4096, 8193]);
    switch (dice.below(17)) {
      case 0:
        return this.#move('agentAccepted', [who, agent, command]);
      case 1:
        return this.#move('agentDeclined', [who, agent, command]);
      case 2:
        return this.#move('agentNoAnswer', [who, agent, command]);
      case 3:
        return this.#move('agentDeviceFailed', [who, agent, 'busy', command]);
      case 4:
        return this.#move('legAnswered', [who, command]);
      case 5:
        return this.#move('legsJoined', [who, command]);
      case 6:
        return this.#move('commandFailed', [who, command]);
      case 7:
        return this.#move('promptDone', [who, command]);
      case 8:
        return this.#move('legEnded', [
          who,
          dice.pick(['customer', 'agent', 'network', 'external'] as const),
          dice.pick(CAUSES),
          command,
        ]);
      case 9:
        return this.#move('messageRecorded', [who, 1000]);
      case 10:
        return this.#move('numberGiven', [who, dice.below(this.#callers)]);
      case 11:
        return this.#move('dtmf', [who, '1']);
      case 12:
        return this.#move('wrapUpSubmitted', [who, agent, '']);
      case 13:
        return this.#move('wrapUpExtended', [who, agent]);
      case 14:
        return this.#move('machineReported', [who, agent]);
      case 15:
        return this.#move('cancelRequested', [who, agent]);
      default:
        return this.#move('endRequested', [who, agent]);
    }
  }
}
