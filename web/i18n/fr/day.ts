/** French of the workbench. */
export const day = {} as const;
