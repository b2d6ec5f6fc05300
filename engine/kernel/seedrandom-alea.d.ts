// The package's own types describe only its main module, which also loads a default generator that calls Math.random and looks
// for Node's crypto. We load the one file we need.
declare module 'seedrandom/lib/alea.js' {
  export interface AleaState {
    readonly c: number;
    readonly s0: number;
    readonly s1: number;
    readonly s2: number;
  }
  export interface Alea {
    (): number;
    int32(): number;
    double(): number;
    state(): AleaState;
  }
  const alea: (seed: string, options?: { readonly state?: true | AleaState }) => Alea;
  export default alea;
}
