/** What agents' time went into, by group, and how busy they are through the day. */
import { agentTime } from '../charts/agent-time.ts';
import { heatMap } from '../charts/heat-map.ts';
import type { GroupTime } from '../schema.ts';
import { figure } from './figure.ts';
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import { named } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { numberHeading, table, textHeading } from './table.ts';

const ACTIVITIES = [
  'talking',
  'wrappingUp',
  'ringing',
  'dialling',
  'available',
  'inactive',
  'unavailable',
] as const satisfies readonly (keyof GroupTime['shares'])[];

export function agentsSection(sheet: Sheet): Markup {
  const { report, words, values } = sheet;
  const texts = words.agents;
  const all = report.agents[0];
  const isEmpty = all === undefined || !((all.signedIn ?? 0) > 0);
  if (isEmpty)
    return html`<section id="agents" aria-labelledby="agents-title">
      <div class="opening">
        <h2 id="agents-title">${texts.title}</h2>
        <p class="say">${texts.none}</p>
      </div>
    </section> `;
  const busy = busyThroughTheDay(sheet);
  return html`<section id="agents" aria-labelledby="agents-title">
    <div class="opening">
      <h2 id="agents-title">${texts.title}</h2>
      ${
        report.cost &&
        html`<p class="say">
          ${fill(texts.cost, { cost: values.money('cost.perDay', report.cost.currency, report.cost.perDay) })}
        </p>`
      }
    </div>
    <div class="charts">
      ${figure(sheet, {
        id: 'agent-time',
        title: html`${texts.spent}`,
        say: fill((all.shares.unavailable ?? 0) < 0.0005 ? texts.say : texts.sayAway, {
          occupancy: values.mean('agents[0].occupancy', 'share', all.occupancy),
          away: values.value('agents[0].shares.unavailable', 'share', all.shares.unavailable),
        }),
        span: 'c12',
        isLast: busy === nothing,
        draw: (options) => agentTime(report.agents, options),
        table: timeTable(sheet),
      })}${busy}
    </div>
  </section> `;
}

function timeTable(sheet: Sheet): Markup {
  const { report, words, values } = sheet;
  const texts = words.agents;
  return table({
    caption: html`${texts.title}`,
    isCaptionHidden: true,
    headings: [
      textHeading(words.group),
      numberHeading(texts.signedIn),
      numberHeading(texts.occupancy),
      numberHeading(texts.utilisation),
      ...ACTIVITIES.map((activity) =>
        numberHeading(html`<span class="first">${sheet.chartText.words.activity[activity]}</span>`),
      ),
    ],
    rows: report.agents.map(({ group, signedIn, occupancy, utilisation, shares }, at) => [
      group === null ? words.all : named(group),
      values.value(`agents[${at}].signedIn`, 's', signedIn),
      values.measured(`agents[${at}].occupancy`, 'share', occupancy),
      values.measured(`agents[${at}].utilisation`, 'share', utilisation),
      ...ACTIVITIES.map((activity) =>
        values.value(`agents[${at}].shares.${activity}`, 'share', shares[activity]),
      ),
    ]),
  });
}

function busyThroughTheDay(sheet: Sheet): Markup {
  const { report, words, kpis, intervals, values } = sheet;
  const texts = words.agents;
  const places: readonly (string | null)[] = sheet.groups.length === 0 ? [null] : sheet.groups;
  const rows = places.map((group) => ({
    group,
    name: group ?? words.all,
    values: intervals.flatMap(
      ({ index }) => kpis.find('K-09', 'share', { group, interval: index })?.row ?? [],
    ),
  }));
  const told = rows.filter((row) => row.values.some(({ mean }) => mean !== null));
  if (intervals.length < 2 || told.length === 0) return nothing;
  return figure(sheet, {
    id: 'occupancy',
    title: html`${texts.busy}`,
    say: busiest(sheet, told),
    span: 'c12',
    isLast: true,
    draw: (options) => heatMap({ intervalSeconds: report.days.interval, rows: told }, options),
    table: table({
      caption: html`${texts.busy}`,
      isCaptionHidden: true,
      headings: [
        textHeading(words.day.from),
        ...told.map(({ group }) => numberHeading(group === null ? words.all : named(group))),
      ],
      rows: intervals.map(({ index, start }) => [
        start,
        ...told.map(({ group }) => {
          const found = kpis.find('K-09', 'share', { group, interval: index });
          return found === undefined ? nothing : values.measured(found.path, 'share', found.row);
        }),
      ]),
    }),
  });
}

function busiest(
  { words, kpis, values, report }: Sheet,
  rows: readonly { readonly group: string | null; readonly values: Sheet['report']['kpis'] }[],
): Markup {
  const most = rows
    .flatMap(({ group, values: cells }) => cells.map((row) => ({ group, row })))
    .toSorted((a, b) => (b.row.mean ?? 0) - (a.row.mean ?? 0))[0];
  const found =
    most && kpis.find('K-09', 'share', { group: most.group, interval: most.row.interval?.index ?? null });
  if (found === undefined) return nothing;
  const { group, interval } = found.row;
  return fill(group === null || report.agents.length === 1 ? words.agents.busiestAll : words.agents.busiest, {
    group: group === null ? '' : named(group),
    time: interval?.start ?? '',
    share: values.mean(found.path, 'share', found.row),
  });
}
