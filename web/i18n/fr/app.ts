/** French of the shell: bar, views, messages. */
export const app = {} as const;
