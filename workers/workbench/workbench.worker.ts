/** The entry of the workbench's worker: what the page calls by Comlink. Everything it does is in workbench.ts. */
import { expose } from 'comlink';
import { Workbench } from './workbench.ts';

expose(new Workbench());
