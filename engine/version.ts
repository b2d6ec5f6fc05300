/**
 * The version of this engine, which every report carries: same scenario, seed and version, same bytes. The
 * build fills it in from package.json; this file refuses to know where that is.
 */
declare const __TANDEM_VERSION__: string;

export const version: string = __TANDEM_VERSION__;
