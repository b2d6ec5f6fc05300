/** French of what the settings of a scenario mean, by the English sentence of the schema. */
export const frenchSchema: Readonly<Record<string, string>> = {};
