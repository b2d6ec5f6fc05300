/** Local clocks as text: milliseconds after midnight, and past it on the next day. It knows no zone. */

const MINUTE = 60_000;
const DAY_MINUTES = 24 * 60;
const DAY_SECONDS = DAY_MINUTES * 60;

/** "08:30", and of the next day "01:30+1". */
export function clockOf(millis: number): string {
  const minutes = Math.floor(millis / MINUTE);
  const days = Math.floor(minutes / DAY_MINUTES);
  const within = minutes - days * DAY_MINUTES;
  const text = `${twoFigures(Math.floor(within / 60))}:${twoFigures(within % 60)}`;
  return days > 0 ? `${text}+${days}` : text;
}

/** Where something ends: midnight is then the end of a day, "24:00". */
export function endClockOf(millis: number): string {
  return millis === DAY_MINUTES * MINUTE ? '24:00' : clockOf(millis);
}

/** "08:30:05"; past midnight "01:30:00+1". */
export function clockWithSeconds(millis: number): string {
  const seconds = Math.floor(millis / 1000);
  const days = Math.floor(seconds / DAY_SECONDS);
  const [hour, minute, second] = [3600, 60, 1].map((unit) => Math.floor(seconds / unit)) as [
    number,
    number,
    number,
  ];
  const text = [hour - days * 24, minute % 60, second % 60].map(twoFigures).join(':');
  return days === 0 ? text : `${text}${days > 0 ? '+' : '−'}${Math.abs(days)}`;
}

/** What these say, and `9:00` too, in milliseconds after midnight; undefined if it cannot be read. */
export function millisOfClock(text: string): number | undefined {
  const parts = /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\+(\d))?$/.exec(text.trim());
  if (!parts) return undefined;
  const [hour, minute, second, day] = parts.slice(1).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
  ];
  if (hour > 24 || minute > 59 || second > 59) return undefined;
  return (((day * 24 + hour) * 60 + minute) * 60 + second) * 1000;
}

function twoFigures(value: number): string {
  return String(value).padStart(2, '0');
}
