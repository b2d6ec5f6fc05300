/**
 * Further cases of the pack's families, with numbers of our own making (theory.suite.ts): the edges that the pack does not
 * reach, so that the simulator is right for other parameters too. They are written as the pack writes its cases.
 */
import { USUAL_TOLERANCE, type Case } from '../../engine/validation/case.ts';
import {
  finiteQueue,
  mg1,
  mmc,
  mmcg,
  moments,
  overflowLoss,
  overflowOfTwo,
  priorityMg1,
  priorityMmc,
  survivors,
} from './theory.suite.ts';

function made(
  id: string,
  title: string,
  params: Readonly<Record<string, unknown>>,
  expected: Readonly<Record<string, number>>,
): Case {
  const family = id.replace(/-own-.*$/, '');
  return {
    id,
    family,
    title,
    kind: 'exact',
    params,
    expected,
    tolerance: { calculator: {}, simulation: USUAL_TOLERANCE },
  };
}

const T = [10, 20, 60];

export const ownCases: readonly Case[] = [
  made(
    'erlang-c-own-busy',
    'Heavy load: 96 % on 10 agents',
    { arrivalsPerHour: 576, meanHandleSec: 60, agents: 10 },
    mmc(576, 60, 10, T),
  ),
  made(
    'erlang-c-own-large',
    'Many agents: 250 at 96 %',
    { arrivalsPerHour: 4800, meanHandleSec: 180, agents: 250 },
    mmc(4800, 180, 250, T),
  ),
  made(
    'erlang-c-own-one',
    'A single agent',
    { arrivalsPerHour: 12, meanHandleSec: 180, agents: 1 },
    mmc(12, 180, 1, T),
  ),
  made(
    'erlang-a-own-overload',
    'A quarter more load than agents',
    { arrivalsPerHour: 750, meanHandleSec: 120, agents: 20, meanPatienceSec: 60 },
    mmcg(750, 120, 20, survivors.exponential(60), T),
  ),
  made(
    'erlang-a-own-large',
    '400 agents, quality and efficiency driven',
    { arrivalsPerHour: 7800, meanHandleSec: 180, agents: 400, meanPatienceSec: 120 },
    mmcg(7800, 180, 400, survivors.exponential(120), T),
  ),
  made(
    'patience-general-own-balk',
    'A third balks, the rest has Weibull patience',
    {
      arrivalsPerHour: 300,
      meanHandleSec: 150,
      agents: 11,
      patience: { law: 'weibull', shape: 0.8, scaleSec: 120, balkProbability: 0.33 },
    },
    mmcg(300, 150, 11, survivors.weibull(0.8, 120, 0.33), T),
  ),
  made(
    'patience-general-own-zero',
    'A fifth has no patience at all',
    {
      arrivalsPerHour: 240,
      meanHandleSec: 180,
      agents: 11,
      patience: { law: 'exponential', meanSec: 240, zeroProbability: 0.2 },
    },
    mmcg(240, 180, 11, survivors.exponential(240, 0.2), T),
  ),
  made(
    'patience-general-own-uniform',
    'Patience between 30 s and 90 s',
    {
      arrivalsPerHour: 200,
      meanHandleSec: 180,
      agents: 9,
      patience: { law: 'uniform', fromSec: 30, toSec: 90 },
    },
    mmcg(200, 180, 9, survivors.uniform(30, 90), T),
  ),
  made(
    'm-g-1-own-erlang',
    'Erlang handle time of three stages',
    { arrivalsPerHour: 12, handle: { law: 'erlang', shape: 3, meanSec: 240 }, agents: 1 },
    mg1(12, moments.erlang(3, 240)),
  ),
  made(
    'm-g-1-own-lognormal',
    'Very spread lognormal handle time',
    { arrivalsPerHour: 18, handle: { law: 'lognormal', meanSec: 100, cv: 1.8 }, agents: 1 },
    mg1(18, moments.lognormal(100, 1.8)),
  ),
  made(
    'm-g-1-own-mixture',
    'Short and long calls',
    { arrivalsPerHour: 20, handle: { law: 'mixture', weights: [0.9, 0.1], meansSec: [60, 480] }, agents: 1 },
    mg1(20, moments.hyperexponential([0.9, 0.1], [60, 480])),
  ),
  made(
    'm-g-c-own-wrap',
    'One agent who writes up after each call',
    { arrivalsPerHour: 16, talkMeanSec: 100, wrapMeanSec: 50, agents: 1 },
    withoutSpread(mg1(16, moments.inTurn(100, 50))),
  ),
  made(
    'finite-queue-own-overload',
    'Ten per cent more load than agents, ten places',
    { arrivalsPerHour: 440, meanHandleSec: 180, agents: 20, maxWaiting: 10, meanPatienceSec: null },
    finiteQueue(440, 180, 20, 10, null),
  ),
  made(
    'finite-queue-own-patience',
    'Two places, little patience',
    { arrivalsPerHour: 90, meanHandleSec: 240, agents: 6, maxWaiting: 2, meanPatienceSec: 90 },
    finiteQueue(90, 240, 6, 2, 90),
  ),
  made(
    'priority-own-four',
    'Four classes',
    { arrivalsPerHour: [30, 60, 90, 120], meanHandleSec: 120, agents: 12 },
    priorityMmc([30, 60, 90, 120], 120, 12),
  ),
  made(
    'priority-own-one',
    'One agent, three classes with handle times of their own',
    {
      arrivalsPerHour: [6, 5, 4],
      handle: [
        { law: 'exponential', meanSec: 120 },
        { law: 'deterministic', meanSec: 180 },
        { law: 'lognormal', meanSec: 240, cv: 1 },
      ],
      agents: 1,
    },
    priorityMg1([6, 5, 4], [moments.exponential(120), moments.deterministic(180), moments.lognormal(240, 1)]),
  ),
  made(
    'overflow-own-first',
    'The second one who waits is sent over',
    {
      queueA: {
        arrivalsPerHour: 120,
        meanHandleSec: 150,
        agents: 5,
        overflowWhenWaiting: 1,
        meanPatienceSec: null,
      },
      queueB: { arrivalsPerHour: 60, meanHandleSec: 200, agents: 6, meanPatienceSec: null },
    },
    overflowOfTwo(
      { perHour: 120, handle: 150, agents: 5, patience: null },
      { perHour: 60, handle: 200, agents: 6, patience: null },
      1,
    ),
  ),
  made(
    'overflow-own-patience',
    'Overloaded A, patience on both sides',
    {
      queueA: {
        arrivalsPerHour: 360,
        meanHandleSec: 100,
        agents: 8,
        overflowWhenWaiting: 4,
        meanPatienceSec: 90,
      },
      queueB: { arrivalsPerHour: 100, meanHandleSec: 120, agents: 6, meanPatienceSec: 200 },
    },
    overflowOfTwo(
      { perHour: 360, handle: 100, agents: 8, patience: 90 },
      { perHour: 100, handle: 120, agents: 6, patience: 200 },
      4,
    ),
  ),
  made(
    'overflow-loss-own-small',
    'Loss group 5 overflowing to loss group 3',
    { offeredErlang: 6, group1: 5, group2: 3 },
    overflowLoss(6, 5, 3),
  ),
  made(
    'callback-offers-own-early',
    'First offer after 10 s, then each 45 s, half accept, Weibull patience',
    offered(260, 150, 10, { law: 'weibull', shape: 1.5, scaleSec: 150 }, 10, 45, 0.5),
    mmcg(260, 150, 10, survivors.weibull(1.5, 150), [20, 60, 150], { first: 10, every: 45, accepts: 0.5 }),
  ),
  made(
    'callback-offers-own-late',
    'First offer after 60 s, then each 300 s, a tenth accepts, a fifth balks',
    offered(700, 120, 22, { law: 'exponential', meanSec: 180, balkProbability: 0.2 }, 60, 300, 0.1),
    mmcg(700, 120, 22, survivors.exponential(180, 0.2), [20, 60, 150], {
      first: 60,
      every: 300,
      accepts: 0.1,
    }),
  ),
  made(
    'callback-offers-own-once',
    'Offered at once to all who wait, nearly all accept',
    offered(110, 180, 6, { law: 'uniform', fromSec: 0, toSec: 240 }, 0, 120, 0.9),
    mmcg(110, 180, 6, survivors.uniform(0, 240), [20, 60, 150], { first: 0, every: 120, accepts: 0.9 }),
  ),
];

/** What the family m-g-c expects. */
function withoutSpread({
  pWait,
  meanWait,
  meanQueue,
  occupancy,
}: Record<string, number>): Record<string, number> {
  return { pWait: pWait!, meanWait: meanWait!, meanQueue: meanQueue!, occupancy: occupancy! };
}

function offered(
  arrivalsPerHour: number,
  meanHandleSec: number,
  agents: number,
  patience: Readonly<Record<string, unknown>>,
  offerFirstSec: number,
  offerEverySec: number,
  acceptProbability: number,
): Record<string, unknown> {
  return {
    arrivalsPerHour,
    meanHandleSec,
    agents,
    patience,
    offerFirstSec,
    offerEverySec,
    acceptProbability,
  };
}
