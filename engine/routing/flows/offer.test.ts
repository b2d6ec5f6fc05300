import { describe, expect, test } from 'vitest';
import { routingDefaults, peopleDefaults } from '../../config/defaults.ts';
import { NOBODY } from '../protocol.ts';
import { agent, callbackProfile, Desk, entry, estimateOf, queue, routing } from '../testing/desk.ts';
import { offering, offeringQueue, offersTo, offerToAll, optIn, optInOf } from '../testing/callback-desk.ts';
import { seconds } from '../../kernel/time.ts';

void routingDefaults;
void peopleDefaults;
