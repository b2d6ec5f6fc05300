/**
 * Telephone lines: LM-01 .. LM-03. A line is taken at dial start or arrival and freed at leg end; check and
 * take are one step. Counts by site and for the shared service; it knows no contact.
 */
import type { RoutingSetup } from '../config/setup.ts';
import { invariant } from '../kernel/invariant.ts';

export class Lines {
  readonly #setup: RoutingSetup;
  /** By site, the shared service last. */
  readonly #calls: Int32Array;
  readonly #outbound: Int32Array;

  constructor(setup: RoutingSetup) {
    this.#setup = setup;
    this.#calls = new Int32Array(setup.sites.length + 1);
    this.#outbound = new Int32Array(setup.sites.length + 1);
  }

  clear(): void {
    this.#calls.fill(0);
    this.#outbound.fill(0);
  }

  get inUse(): number {
    return this.#calls[this.#calls.length - 1]!;
  }
  get outboundInUse(): number {
    return this.#outbound[this.#outbound.length - 1]!;
  }

  hasRoom(site: number, isOutbound: boolean): boolean {
    const { maxCalls, maxOutbound, sites } = this.#setup;
    const own = sites[site];
    if (this.inUse >= maxCalls) return false;
    if (own !== undefined && this.#calls[site]! >= own.maxCalls) return false;
    if (!isOutbound) return true;
    return this.outboundInUse < maxOutbound && (own === undefined || this.#outbound[site]! < own.maxOutbound);
  }

  /** Take one, or say no. */
  take(site: number, isOutbound: boolean): boolean {
    if (!this.hasRoom(site, isOutbound)) return false;
    this.#add(site, isOutbound, 1);
    return true;
  }

  free(site: number, isOutbound: boolean): void {
    this.#add(site, isOutbound, -1);
    invariant(this.inUse >= 0 && this.outboundInUse >= 0, 'no line is freed twice');
  }

  #add(site: number, isOutbound: boolean, by: number): void {
    const shared = this.#calls.length - 1;
    this.#calls[shared]! += by;
    if (site < shared) this.#calls[site]! += by;
    if (!isOutbound) return;
    this.#outbound[shared]! += by;
    if (site < shared) this.#outbound[site]! += by;
  }

  save(): { readonly calls: readonly number[]; readonly outbound: readonly number[] } {
    return { calls: [...this.#calls], outbound: [...this.#outbound] };
  }

  restore(saved: { readonly calls: readonly number[]; readonly outbound: readonly number[] }): void {
    this.#calls.set(saved.calls);
    this.#outbound.set(saved.outbound);
  }
}
