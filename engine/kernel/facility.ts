import { Calendar, NO_TICKET, type Ticket } from './calendar.ts';
import type { Distribution } from './distributions.ts';
import { Streams, type Stream } from './streams.ts';
import { Rank, dueAt, timeOf, type Instant, type Millis } from './time.ts';

/**
 * Some servers with one waiting line, as in the textbooks: first come first served, and who has waited as long as his patience
 * leaves.
 *
 * It is here to hold the kernel against queueing theory and against other simulators. The contact centre is not built on it and
 * it knows nothing of calls.
 */
export interface FacilityModel {
  readonly servers: number;
  readonly interarrival: Distribution;
  readonly service: Distribution;
  /** Without it everybody waits for ever. */
  readonly patience?: Distribution;
}

/** Of the customers who left since the last run. */
export interface FacilityTotals {
  readonly served: number;
  readonly abandoned: number;
  readonly waited: number;
  readonly waitMillis: number;
  readonly elapsedMillis: number;
}

const Kind = { arrival: 0, serviceEnd: 1, patienceEnd: 2 } as const;

export class Facility {
  readonly calendar = new Calendar();
  readonly #line = new WaitingLine();
  readonly #servers: number;
  readonly #interarrivals: Lengths;
  readonly #services: Lengths;
  readonly #patiences: Lengths | undefined;
  #now: Instant = 0;
  #busy = 0;
  #served = 0;
  #abandoned = 0;
  #waited = 0;
  #waitMillis: Millis = 0;

  constructor(model: FacilityModel, seed: number | string) {
    const streams = new Streams(seed);
    this.#servers = model.servers;
    this.#interarrivals = new Lengths(model.interarrival, streams.of('interarrivals'));
    this.#services = new Lengths(model.service, streams.of('services'));
    this.#patiences = model.patience && new Lengths(model.patience, streams.of('patiences'));
    this.#expectArrival();
  }

  /** Goes on until so many more customers have left, served or not; the totals are of these. */
  run(customers: number): FacilityTotals {
    const calendar = this.calendar;
    const start = this.#now;
    this.#served = 0;
    this.#abandoned = 0;
    this.#waited = 0;
    this.#waitMillis = 0;
    while (this.#served + this.#abandoned < customers && calendar.take()) {
      this.#now = timeOf(calendar.due);
      if (calendar.kind === Kind.arrival) this.#arrive();
      else if (calendar.kind === Kind.serviceEnd) this.#endService();
      else this.#abandon(calendar.subject);
    }
    return {
      served: this.#served,
      abandoned: this.#abandoned,
      waited: this.#waited,
      waitMillis: this.#waitMillis,
      elapsedMillis: this.#now - start,
    };
  }

  #arrive(): void {
    this.#expectArrival();
    if (this.#busy < this.#servers) {
      this.#busy++;
      this.#serve();
      return;
    }
    const place = this.#line.join(this.#now);
    this.#waited++;
    if (!this.#patiences) return;
    const due = dueAt(this.#now + this.#patiences.next(), Rank.timer);
    this.#line.setPatience(place, this.calendar.schedule(due, Kind.patienceEnd, place));
  }

  #endService(): void {
    this.#served++;
    if (this.#line.length === 0) {
      this.#busy--;
      return;
    }
    const place = this.#line.next();
    this.calendar.cancel(this.#line.patienceAt(place));
    this.#waitMillis += this.#now - this.#line.joinedAt(place);
    this.#serve();
  }

  #abandon(place: number): void {
    this.#abandoned++;
    this.#waitMillis += this.#now - this.#line.joinedAt(place);
    this.#line.leave(place);
  }

  #serve(): void {
    this.calendar.schedule(dueAt(this.#now + this.#services.next(), Rank.legEnded), Kind.serviceEnd, 0);
  }

  #expectArrival(): void {
    this.calendar.schedule(dueAt(this.#now + this.#interarrivals.next(), Rank.arrival), Kind.arrival, 0);
  }
}

/** Who waits, by place, a number that goes up by one from customer to customer; who left from the middle leaves a gap. */
class WaitingLine {
  length = 0;
  #joined = new Float64Array(FIRST_LENGTH);
  #patience = new Float64Array(FIRST_LENGTH);
  #mask = FIRST_LENGTH - 1;
  #head = 0;
  #tail = 0;

  join(now: Instant): number {
    if (this.#tail - this.#head > this.#mask) this.#grow();
    const place = this.#tail++;
    this.#joined[place & this.#mask] = now;
    this.#patience[place & this.#mask] = NO_TICKET;
    this.length++;
    return place;
  }

  joinedAt(place: number): Instant {
    return this.#joined[place & this.#mask]!;
  }

  patienceAt(place: number): Ticket {
    return this.#patience[place & this.#mask]!;
  }

  setPatience(place: number, ticket: Ticket): void {
    this.#patience[place & this.#mask] = ticket;
  }

  /** The place of the first, who leaves the line; it must not be empty. */
  next(): number {
    while (this.#joined[this.#head & this.#mask] === GONE) this.#head++;
    this.length--;
    return this.#head++;
  }

  leave(place: number): void {
    this.#joined[place & this.#mask] = GONE;
    this.length--;
  }

  #grow(): void {
    const [joined, patience, mask] = [this.#joined, this.#patience, this.#mask];
    this.#joined = new Float64Array(2 * joined.length);
    this.#patience = new Float64Array(2 * joined.length);
    this.#mask = 2 * joined.length - 1;
    for (let place = this.#head; place < this.#tail; place++) {
      this.#joined[place & this.#mask] = joined[place & mask]!;
      this.#patience[place & this.#mask] = patience[place & mask]!;
    }
  }
}

const FIRST_LENGTH = 64;
const GONE = -1;

/** Lengths of one law in whole milliseconds, each drawn one ahead: the processor works on it while the calendar is busy with the
 *  event before, instead of waiting for it to place the entry; a quarter of the time of M/M/1. */
class Lengths {
  readonly #law: Distribution;
  readonly #stream: Stream;
  #next: Millis = 0;

  constructor(law: Distribution, stream: Stream) {
    this.#law = law;
    this.#stream = stream;
    this.next();
  }

  next(): Millis {
    const length = this.#next;
    // Not Math.round: it takes the next whole number up and then corrects it by a jump nobody can predict; 18 ns against 1.
    this.#next = Math.floor(this.#law.at(this.#stream.next()) + 0.5);
    return length;
  }
}
