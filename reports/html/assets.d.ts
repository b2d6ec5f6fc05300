// What the bundler makes of files that are no modules: an address that holds the whole file, or its text.
declare module '*.woff2?inline' {
  const dataUri: string;
  export default dataUri;
}
declare module '*.css?raw' {
  const text: string;
  export default text;
}
