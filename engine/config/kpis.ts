/**
 * The measures a scenario may expect something of, by the rule book's ID and by name, with their unit. One list
 * for `expect`, the report and the manual; how they are computed is the metrics' business.
 */

export type KpiUnit = 'share' | 'time' | 'number';

export interface KpiName {
  readonly id: string;
  readonly name: string;
  readonly unit: KpiUnit;
  readonly title: string;
}

const kpi = (id: string, name: string, unit: KpiUnit, title: string): KpiName => ({ id, name, unit, title });

export const kpis: readonly KpiName[] = [
  kpi('K-01', 'serviceLevel', 'share', 'Service level, by the formula of the report'),
  kpi('K-01a', 'serviceLevelA', 'share', 'Service level, default'),
  kpi('K-01b', 'serviceLevelB', 'share', 'Service level, strict'),
  kpi('K-01c', 'serviceLevelC', 'share', 'Service level, answered only'),
  kpi('K-01d', 'serviceLevelD', 'share', 'Service level, late abandons'),
  kpi('K-01e', 'serviceLevelE', 'share', 'Service level, credit for early abandons'),
  kpi('K-01f', 'serviceLevelF', 'share', 'Service level, short abandons excluded'),
  kpi('K-01intervals', 'intervalsMet', 'share', 'Intervals that reach the target of the service level'),
  kpi('K-02', 'asa', 'time', 'Average speed of answer'),
  kpi('K-03', 'averageWait', 'time', 'Average wait of all'),
  kpi('K-04', 'longestWait', 'time', 'Longest wait'),
  kpi('K-05', 'abandonRate', 'share', 'Abandon rate'),
  kpi('K-05raw', 'abandonRateRaw', 'share', 'Abandon rate, short abandons included'),
  kpi('K-07', 'timeToAbandon', 'time', 'Time to abandon'),
  kpi('K-08', 'handleTime', 'time', 'Handle time'),
  kpi('K-09', 'occupancy', 'share', 'Occupancy'),
  kpi('K-10', 'utilisation', 'share', 'Utilisation'),
  kpi('K-11', 'offerRate', 'share', 'Callback offer rate'),
  kpi('K-11acceptance', 'acceptance', 'share', 'Callback acceptance'),
  kpi('K-12', 'initiated', 'share', 'Callbacks initiated'),
  kpi('K-13', 'completion', 'share', 'Callback completion'),
  kpi('K-14', 'firstAttemptSuccess', 'share', 'First-attempt success'),
  kpi('K-15', 'callbackDelay', 'time', 'Callback delay'),
  kpi('K-16', 'promiseError', 'time', 'Promise error'),
  kpi('K-17', 'attemptsPerCallback', 'number', 'Attempts per completed callback'),
  kpi('K-18', 'callbackLost', 'share', 'Callbacks lost'),
  kpi('K-20', 'agentTimeWasted', 'share', 'Agent time wasted'),
  kpi('K-21', 'savedHold', 'time', 'Saved hold'),
  kpi('K-22', 'positionError', 'number', 'Position error'),
  kpi('K-23', 'estimateBias', 'time', 'Bias of the estimated wait'),
  kpi('K-24', 'ronaRate', 'share', 'RONA rate'),
  kpi('K-31', 'overflowShare', 'share', 'Share of arrivals that overflow'),
  kpi('K-32', 'backlog', 'number', 'Open items'),
  kpi('K-34', 'blockedShare', 'share', 'Share of calls refused'),
];

/** By ID or by name, whatever the case of the letters. */
export function kpiNamed(text: string): KpiName | undefined {
  const wanted = text.toLowerCase();
  return kpis.find(({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted);
}
