/** French of the workbench. */
export const compare = {} as const;
