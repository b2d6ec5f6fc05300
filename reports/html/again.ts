/** What it takes to see the same again: the command, the seed, the version, and the scenario as it was given. */
import { fill, html, nothing } from './markup.ts';
import type { Markup } from './markup.ts';
import type { Sheet } from './sheet.ts';

/** A browser takes the first one after `<pre>` for itself. */
const NEW_LINE = '\n';

function controlled({ report, words, values }: Sheet): Markup {
  const { controlVariates } = report.analysis;
  if (controlVariates === null) return nothing;
  const texts = words.again;
  const at = controlVariates.gains.findIndex(({ id }) => id === 'K-03');
  const gain = controlVariates.gains[at]?.varianceRatio ?? null;
  const path = `analysis.controlVariates.gains.${at}.varianceRatio`;
  return html`<dt>${texts.controls}</dt>
    <dd>
      ${gain === null ? texts.controlledOnly : fill(texts.controlled, { gain: values.value(path, 'number', gain) })}
    </dd> `;
}

export function againSection(sheet: Sheet, source: string | undefined): Markup {
  const { report, words, values } = sheet;
  const texts = words.again;
  const { days, set } = report;
  const whole = (path: string, value: number): Markup => values.value(path, 'whole', value);
  return html`<section id="again" aria-labelledby="again-title">
    <div class="opening">
      <h2 id="again-title">${texts.title}</h2>
      <p class="say">${texts.say}</p>
    </div>
    <div class="again">
      <dl>
        <dt>${texts.command}</dt>
        <dd><code>${report.command}</code></dd>
        <dt>${texts.seed}</dt>
        <dd><data value="${report.seed}" data-path="seed" data-unit="id">${String(report.seed)}</data></dd>
        <dt>${texts.version}</dt>
        <dd>Tandem ${report.tandem}</dd>
        <dt>${texts.days}</dt>
        <dd>
          ${fill(texts.daysOf, { simulated: whole('days.simulated', days.simulated), asked: whole('days.asked', days.asked) })}
        </dd>
        <dt>${texts.interval}</dt>
        <dd>${values.value('days.interval', 'length', days.interval)}</dd>
        ${
          days.warmUp > 0
            ? html`<dt>${texts.warmUp}</dt>
                <dd>
                  ${values.value('days.warmUp', 'length', days.warmUp)}${report.analysis.warmUp !== null && ' (MSER-5)'}
                </dd> `
            : nothing
        }${
          report.analysis.antithetic
            ? html`<dt>${texts.luck}</dt>
                <dd>${texts.mirrored}</dd> `
            : nothing
        }${controlled(sheet)}${
          set.length > 0
            ? html`<dt>${texts.changes}</dt>
                <dd>
                  <ul>
                    ${set.map((change) => html`<li><code>${change}</code></li>`)}
                  </ul>
                </dd> `
            : nothing
        }
      </dl>
      <h3 class="between">${texts.source}</h3>
      ${
        source === undefined
          ? html`<p class="legend">${texts.sourceNone}</p>`
          : html`<pre tabindex="0" translate="no">${NEW_LINE}${source}</pre>`
      }
    </div>
  </section> `;
}
