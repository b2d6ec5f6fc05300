/**
 * Which column of an export is what: stated, or guessed from its heading in English or French. It looks at headings only, never at
 * what stands below them.
 */

export const columnRoles = [
  'arrival',
  'date',
  'time',
  'queue',
  'wait',
  'talk',
  'hold',
  'wrapUp',
  'handle',
  'outcome',
  'caller',
  'answered',
  'ended',
  'calls',
] as const;
export type Role = (typeof columnRoles)[number];

export interface Column {
  readonly role: Role;
  /** Place in the row. */
  readonly at: number;
  readonly heading: string;
  /** Of lengths: what a bare number counts, in seconds. */
  readonly unit: number;
  readonly isStated: boolean;
}

/** Headings without accents, small words, units and anything but letters. The first that fits a role is taken. */
const NAMES: Readonly<Record<Role, readonly string[]>> = {
  arrival:
    'arrival arrivaltime arrivaldate arrived arrivedat arrivaldatetime datetime timestamp calltime callstart callstarttime starttime start startedat startdatetime intervalstart received receivedat offeredat enqueued enqueuedat arrivee heurearrivee dateheurearrivee datearrivee horodatage dateheure dateheuredebut debut debutappel heuredebut dateappel'.split(
      ' ',
    ),
  date: 'date day calldate startdate jour'.split(' '),
  time: 'time hour heure clock interval period halfhour quarterhour slot from tranche creneau plage tranchehoraire intervalle timeday heurejour heureappel'.split(
    ' ',
  ),
  queue:
    'queue queuename queueid skill skillname skillgroup service servicename line split vdn file filename fileattente nomfile competence ligne'.split(
      ' ',
    ),
  wait: 'wait waited waiting waittime waitingtime waitduration timequeue queuetime queueduration qtime timetoanswer speedanswer answerdelay attente tempsattente dureeattente delaiattente delai'.split(
    ' ',
  ),
  talk: 'talk talktime talkduration talked conversation conversationtime conversationduration duration callduration billsec servicetime duree dureeappel dureeconversation tempsconversation communication dureecommunication tempscommunication conv dmc'.split(
    ' ',
  ),
  hold: 'hold holdtime holdduration held garde tempsgarde dureegarde miseengarde misegarde'.split(' '),
  wrapUp:
    'wrapup wrap wrapuptime wrapupduration acw acwtime acwduration aftercallwork aftercall wrapping postappel tempspostappel dureepostappel posttraitement postcall cloture tempscloture'.split(
      ' ',
    ),
  handle:
    'handle handletime handling handlingtime handleduration aht averagehandletime avghandletime avghandle dmt tempstraitement dureetraitement traitement dureemoyennetraitement'.split(
      ' ',
    ),
  outcome:
    'outcome status state result disposition callstatus callresult calloutcome endreason abandoned abandon resultat statut etat issue abandonne typefin'.split(
      ' ',
    ),
  caller:
    'caller callerid callernumber callerphone cli ani phone phonenumber telephone number callingnumber customer customerid appelant numero numeroappelant numeroappel idappelant client idclient'.split(
      ' ',
    ),
  answered:
    'answeredat answertime answered connectedat connecttime servicestart answerdatetime heurereponse reponse decroche heuredecroche repondua'.split(
      ' ',
    ),
  ended:
    'endedat end ended endtime enddatetime callend callendtime hangup hungupat hanguptime serviceend fin heurefin finappel raccroche dateheurefin'.split(
      ' ',
    ),
  calls:
    'calls count offered volume contacts arrivals callcount callvolume nbcalls numbercalls calloffered callsoffered offeredcalls callsreceived incoming incomingcalls inbound appels nombre nombreappels nbappels recus appelsrecus nbappelsrecus appelsentrants entrants appelsofferts presentes appelspresentes'.split(
      ' ',
    ),
};

const SMALL = new Set('of the in a at to per de du des d la le les l en au par sur'.split(' '));
const UNITS: Readonly<Record<string, number>> = {
  s: 1,
  sec: 1,
  secs: 1,
  second: 1,
  seconds: 1,
  seconde: 1,
  secondes: 1,
  min: 60,
  mins: 60,
  minute: 60,
  minutes: 60,
  ms: 0.001,
  msec: 0.001,
  millis: 0.001,
  milliseconds: 0.001,
};

interface Heading {
  readonly name: string;
  readonly unit: number;
}

/** `Temps d'attente (s)` is tempsattente in seconds, `waitSec` is wait. */
function headingOf(text: string): Heading {
  const plain = text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase();
  const words = plain.split(/[^a-z]+/).filter((word) => word !== '' && !SMALL.has(word));
  const last = words.at(-1) ?? '';
  const isUnit = words.length > 1 && Object.hasOwn(UNITS, last);
  return {
    name: (isUnit ? words.slice(0, -1) : words).join(''),
    unit: isUnit ? (UNITS[last] ?? 1) : 1,
  };
}

/** Headings by role; `-` for a role says that no column is it, whatever its heading. */
export type StatedColumns = Readonly<Partial<Record<Role, string>>>;

const NONE = '-';

export interface ColumnsFound {
  readonly columns: readonly Column[];
  /** Stated ones that the file does not have. */
  readonly missing: readonly { readonly role: Role; readonly heading: string }[];
}

/** A heading is never two things; stated ones come first. */
export function columnsOf(header: readonly string[], stated: StatedColumns): ColumnsFound {
  const columns: Column[] = [];
  const missing: { role: Role; heading: string }[] = [];
  const taken = new Set<number>();
  const take = (role: Role, at: number, isStated: boolean): void => {
    taken.add(at);
    const heading = header[at] ?? '';
    columns.push({ role, at, heading, unit: headingOf(heading).unit, isStated });
  };
  for (const role of columnRoles) {
    const heading = stated[role];
    if (heading === undefined || heading === NONE) continue;
    const exact = header.indexOf(heading);
    const at = exact >= 0 ? exact : header.findIndex((each) => each.toLowerCase() === heading.toLowerCase());
    if (at < 0) missing.push({ role, heading });
    else take(role, at, true);
  }
  for (const role of columnRoles) {
    if (stated[role] !== undefined) continue;
    const places = header.flatMap((each, at) => {
      const rank = taken.has(at) ? -1 : NAMES[role].indexOf(headingOf(each).name);
      return rank < 0 ? [] : [{ at, rank }];
    });
    const best = places.toSorted((a, b) => a.rank - b.rank)[0];
    if (best) take(role, best.at, false);
  }
  return { columns, missing };
}
