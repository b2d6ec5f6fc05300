/** French of what the settings of a scenario mean, by the English sentence of the schema; their test holds that none is missing. */
export const frenchSchema: Readonly<Record<string, string>> = {
  'A contact centre to simulate: queues, agents, demand and the rules between them.':
    'Un centre de contact à simuler : files, agents, demande et les règles entre eux.',
  'Version of this format.': 'Version de ce format.',
  'What the scenario is called in reports.': 'Le nom du scénario dans les rapports.',
  'What it is about.': 'De quoi il s’agit.',
  "Whose values stand for what is not said: Tandem's own, or those a vendor documents.":
    'Les valeurs qui valent pour ce qui n’est pas dit : celles de Tandem, ou celles qu’un éditeur documente.',
  'The seed of all chance: same seed, same run.': 'La graine de tout hasard : même graine, même simulation.',
  'When a day begins and ends, and how many are simulated.':
    'Quand un jour commence et finit, et combien sont simulés.',
  'Time of day at which the day begins.': 'Heure à laquelle le jour commence.',
  'Time of day at which it ends: 24:00 for a whole day, before `from` for the next day.':
    'Heure à laquelle il finit : 24:00 pour un jour entier, avant `from` pour le lendemain.',
  'IANA time zone of all times of day.': 'Fuseau horaire IANA de toutes les heures.',
  'Interval of the report, and of lists by interval that name no other.':
    'Intervalle du rapport, et des listes par intervalle qui n’en disent pas d’autre.',
  'How many days are simulated; --days replaces it.': 'Nombre de jours simulés ; --days le remplace.',
  'Date of the first day.': 'Date du premier jour.',
  'Left out of the measures at the start of each run.': 'Exclu des mesures au début de chaque simulation.',
  'One long run that carries queues and estimates over the nights, instead of separate days that start empty.':
    'Une seule longue simulation qui garde files et estimations d’un jour à l’autre, au lieu de jours séparés qui commencent vides.',
  "Whether the last interval's staff serves who is inside at the end, or goes.":
    'Si les agents du dernier intervalle servent ceux qui sont là à la fin, ou partent.',
  'Kinds of day (weekday, saturday, holiday) with what is different on them.':
    'Types de jour (semaine, samedi, férié) avec ce qui y diffère.',
  'Demand of this kind of day by name; what is not said is as usual. `none`: no calls.':
    'Demande de ce type de jour, par nom ; ce qui n’est pas dit est comme d’habitude. `none` : aucun appel.',
  'How calls come: perInterval, perHour, perDay, trace, or `none`. Any length of interval.':
    'Comment les appels arrivent : perInterval, perHour, perDay, trace ou `none`. Intervalle de toute durée.',
  'Expected calls of each interval of the day; Poisson within each.':
    'Appels attendus par intervalle du jour ; Poisson dans chacun.',
  'Name of a CSV file with a header line, beside the scenario.':
    'Nom d’un fichier CSV avec ligne d’en-tête, à côté du scénario.',
  'The column to read; lengths in seconds or like 4m10s.':
    'La colonne à lire ; durées en secondes ou comme 4m10s.',
  'Expected calls an hour, all day; Poisson.': 'Appels attendus par heure, toute la journée ; Poisson.',
  'Exactly so many calls a day, spread by the profile.':
    'Exactement tant d’appels par jour, répartis selon le profil.',
  'Weights of the intervals for perDay; even when left out.':
    'Poids des intervalles pour perDay ; réparti également si omis.',
  'Exact arrivals, with recorded handle times if known: a list of { at, talk, wrapUp } or a CSV file.':
    'Arrivées exactes, avec durées de traitement relevées si connues : une liste de { at, talk, wrapUp } ou un fichier CSV.',
  'Time of day, or seconds after the day begins.': 'Heure, ou secondes depuis le début du jour.',
  'Recorded talk time.': 'Durée de conversation relevée.',
  'Recorded wrap-up.': 'Post-appel relevé.',
  'CSV file with a header line, a call a line.': 'Fichier CSV avec ligne d’en-tête, un appel par ligne.',
  'Column with the time of day, or seconds after the day begins.':
    'Colonne de l’heure, ou des secondes depuis le début du jour.',
  'Column with the talk time.': 'Colonne de la durée de conversation.',
  'Column with the wrap-up time.': 'Colonne du post-appel.',
  'Length of the intervals of the list; the interval of `days` when left out.':
    'Durée des intervalles de la liste ; l’intervalle de `days` si omise.',
  "Multiplies a day's expected calls by a factor with mean 1: { gamma: { shape: 40 } }.":
    'Multiplie les appels attendus d’un jour par un facteur de moyenne 1 : { gamma: { shape: 40 } }.',
  'cv of the day factor is 1 / sqrt(shape).':
    'Le coefficient de variation du facteur du jour est 1 / sqrt(shape).',
  'Who calls again after hanging up or a busy tone; nobody when left out.':
    'Qui rappelle après avoir raccroché ou entendu « occupé » ; personne si omis.',
  'Share that calls again after hanging up in the queue.':
    'Part de ceux qui rappellent après avoir raccroché dans la file.',
  'Share that calls again after a busy tone.': 'Part de ceux qui rappellent après « occupé ».',
  'Until they call again.': 'Délai avant leur nouvel appel.',
  'Patience and handle time are drawn anew at each attempt; else the same person keeps his.':
    'Patience et durée de traitement sont retirées à chaque essai ; sinon la même personne garde les siennes.',
  'Attempts after the first.': 'Essais après le premier.',
  'Share of callers without a number: they get no callback offer (CB-08).':
    'Part des appelants sans numéro : pas d’offre de rappel pour eux (CB-08).',
  'Staffing of this kind of day by group; `off`: nobody.':
    'Effectif de ce type de jour, par groupe ; `off` : personne.',
  'How many agents; without shifts and staff they work the whole day.':
    'Nombre d’agents ; sans horaires ni effectif, ils travaillent tout le jour.',
  'Agents on duty, one number or a list by interval. Idle agents leave first, then whoever is free next.':
    'Agents présents, un nombre ou une liste par intervalle. Les inoccupés partent d’abord, puis qui se libère.',
  'Length of the intervals of `staff`; the interval of `days` when left out.':
    'Durée des intervalles de `staff` ; l’intervalle de `days` si omise.',
  'The shift all of them work, or how many work each: { early: 6, late: 8 }. `day` is the whole day unless you name a shift so.':
    'L’horaire de tous, ou combien travaillent chacun : { early: 6, late: 8 }. `day` est le jour entier, sauf si un horaire porte ce nom.',
  'The shift of the agent, by name or written here.': 'L’horaire de l’agent, par son nom ou écrit ici.',
  'Time of day it begins.': 'Heure de début.',
  'Time of day it ends; before `from` it ends the next day.':
    'Heure de fin ; avant `from`, il finit le lendemain.',
  'Breaks, each { from: 12:00, to: 12:30 }.': 'Pauses, chacune { from: 12:00, to: 12:30 }.',
  'Which kind each day is: a list that repeats, or kinds by day of the week with single dates.':
    'Le type de chaque jour : une liste qui se répète, ou des types par jour de semaine avec des dates isolées.',
  'Kind of each day that is not named below, or `closed`.':
    'Type de chaque jour non nommé ci-dessous, ou `closed`.',
  'Monday to Friday.': 'Du lundi au vendredi.',
  'Saturday and Sunday.': 'Samedi et dimanche.',
  'Monday.': 'Lundi.',
  'Tuesday.': 'Mardi.',
  'Wednesday.': 'Mercredi.',
  'Thursday.': 'Jeudi.',
  'Friday.': 'Vendredi.',
  'Saturday.': 'Samedi.',
  'Sunday.': 'Dimanche.',
  'Kinds of single dates: { 2026-12-25: holiday }.': 'Types de dates isolées : { 2026-12-25: holiday }.',
  'Hours records that queues refer to.': 'Plages d’ouverture auxquelles les files renvoient.',
  'IANA time zone; the zone of `days` when left out.': 'Fuseau horaire IANA ; celui de `days` si omis.',
  'Opening hours by day; a day that no key names is closed. An end before the start means the next day.':
    'Heures d’ouverture par jour ; un jour qu’aucune clé ne nomme est fermé. Une fin avant le début est le lendemain.',
  'For each day that is not named below: 08:00-18:00, a list of such, or closed.':
    'Pour chaque jour non nommé ci-dessous : 08:00-18:00, une liste de telles plages, ou closed.',
  'Dates (2026-12-25) on which it is closed (OH-03).': 'Dates (2026-12-25) de fermeture (OH-03).',
  'Telephone numbers of the centre.': 'Numéros de téléphone du centre.',
  'Whether calls can be made from it (CB-45).': 'Si l’on peut appeler depuis ce numéro (CB-45).',
  'Lines of the whole service.': 'Lignes de tout le service.',
  'Lines in all (LM-01).': 'Lignes en tout (LM-01).',
  'Lines that outbound legs may take of them (LM-01).':
    'Lignes que les appels sortants peuvent en prendre (LM-01).',
  'Sites with lines of their own.': 'Sites qui ont leurs propres lignes.',
  'Settings of the routing as a whole.': 'Réglages de tout l’acheminement.',
  'waitExceeds actions in each minute (OV-23).': 'Actions waitExceeds par minute (OV-23).',
  'Moves by overflow for one contact (OV-25).': 'Déplacements par débordement pour un contact (OV-25).',
  'workItemLimit sees a count of this age (OV-07); preset dynamics 10s.':
    'workItemLimit voit un compte de cet âge (OV-07) ; préréglage dynamics : 10s.',
  'A change of settings takes effect so much later (GEN-10); preset dynamics 20m.':
    'Une modification de réglage prend effet après ce délai (GEN-10) ; préréglage dynamics : 20m.',
  'Capacity profiles that agents hold and workstreams require.':
    'Profils de capacité que les agents ont et que les flux exigent.',
  'Contacts an agent may have at once, or a day (CP-01).':
    'Contacts qu’un agent peut avoir à la fois, ou par jour (CP-01).',
  'A place returns when the contact leaves, or only at the end of the shift (CP-03, CP-04).':
    'Une place revient quand le contact part, ou seulement à la fin de l’horaire (CP-03, CP-04).',
  'A full profile stops contacts of any kind (CP-05); true for voice.':
    'Un profil plein arrête tout contact (CP-05) ; true pour la voix.',
  'Callback settings that several queues share.': 'Réglages de rappel que plusieurs files partagent.',
  'Who is called first. Only agentFirst (CB-10) is simulated.':
    'Qui est appelé d’abord. Seul agentFirst (CB-10) est simulé.',
  'Fixed: 1 (CB-04).': 'Fixe : 1 (CB-04).',
  'From entering the queue to the first offer (CB-02).':
    'De l’entrée dans la file à la première offre (CB-02).',
  'From the start of one offer to the start of the next, or never (CB-03).':
    'Du début d’une offre au début de la suivante, ou jamais (CB-03).',
  "How long the customer's telephone rings before the attempt fails (CB-14); preset webex 32s.":
    'Durée de sonnerie chez le client avant que l’essai échoue (CB-14) ; préréglage webex : 32s.',
  'Attempts before the callback is given up (CB-21).': 'Essais avant d’abandonner le rappel (CB-21).',
  'Wait between a failed attempt and the next (CB-20).':
    'Attente entre un essai manqué et le suivant (CB-20).',
  'Never dial sooner after the opt-in leg has ended (CB-17).':
    'Ne jamais composer plus tôt après la fin de l’appel où le rappel fut choisi (CB-17).',
  'A callback older than this is closed as expired (CB-18).':
    'Un rappel plus ancien est clos comme expiré (CB-18).',
  'With so many pending callbacks in the queue no further offers are made (CB-42).':
    'Avec autant de rappels en cours dans la file, plus aucune offre n’est faite (CB-42).',
  'Where an open callback for the same number counts (CB-43).':
    'Où compte un rappel déjà ouvert pour le même numéro (CB-43).',
  'What happens to a caller who has one already (CB-43).':
    'Ce qui arrive à l’appelant qui en a déjà un (CB-43).',
  'Outcomes that are tried again; busy counts as noAnswer, an invalid number never is (CB-22).':
    'Issues que l’on essaie de nouveau ; occupé compte comme noAnswer, un numéro invalide jamais (CB-22).',
  'The agent may cancel before the customer answers (CB-15).':
    'L’agent peut annuler avant la réponse du client (CB-15).',
  'A failed attempt is followed by wrap-up (CB-14).': 'Un essai manqué est suivi d’un post-appel (CB-14).',
  "Callbacks may be offered and retried outside the queue's hours (CB-23, CB-40).":
    'Les rappels peuvent être proposés et retentés hors des horaires de la file (CB-23, CB-40).',
  "Offers only between these times of day, in the zone of the queue's hours, else UTC (CB-41).":
    'Offres seulement entre ces heures, dans le fuseau des horaires de la file, sinon UTC (CB-41).',
  'The customer may give another number (CB-44).': 'Le client peut donner un autre numéro (CB-44).',
  'Callbacks always show this number; it must stand under `numbers` (CB-45).':
    'Les rappels montrent toujours ce numéro ; il doit figurer sous `numbers` (CB-45).',
  'Shown when the number the customer dialled may not make calls (CB-45).':
    'Montré quand le numéro composé par le client ne peut pas appeler (CB-45).',
  'The queues, by name.': 'Les files, par nom.',
  'Kind of contact (RT-07).': 'Type de contact (RT-07).',
  'Across the queues of one agent 1 is the most urgent (RT-11).':
    'Entre les files d’un agent, 1 est la plus urgente (RT-11).',
  'Who gets the next contact (AS-04 to AS-10); voice leastActive, others highestCapacity.':
    'Qui reçoit le prochain contact (AS-04 à AS-10) ; voix : leastActive, autres : highestCapacity.',
  'How many waiting contacts one assignment pass tries; records 2000 (AS-02).':
    'Combien de contacts en attente une passe d’affectation essaie ; dossiers : 2000 (AS-02).',
  'A contact that would be one more open item is refused: busy (K-34).':
    'Un contact qui serait un contact ouvert de trop est refusé : occupé (K-34).',
  'The target, for example { share: 80%, within: 20s }.':
    'L’objectif, par exemple { share: 80%, within: 20s }.',
  'The target: this share of the contacts (K-01a to K-01f).':
    'L’objectif : cette part des contacts (K-01a à K-01f)',
  'answered within this time (K-01a to K-01f); the same as serviceLevelThreshold.':
    'a une réponse dans ce délai (K-01a à K-01f) ; identique à serviceLevelThreshold.',
  'The same as serviceLevel.within (K-01a to K-01f).': 'Identique à serviceLevel.within (K-01a à K-01f).',
  'Who hangs up sooner is left out of the service level and the abandon rate (K-01a to K-01f, K-05).':
    'Qui raccroche plus tôt ne compte ni dans le niveau de service ni dans le taux d’abandon (K-01a à K-01f, K-05).',
  'How long a contact rings at an agent before it goes back (NT-01): voice 1-120 s, else 1-6000 s. Voice 18s (preset dynamics 120s), others 60s.':
    'Durée de sonnerie chez un agent avant le retour en file (NT-01) : voix 1-120 s, sinon 1-6000 s. Voix 18s (préréglage dynamics 120s), autres 60s.',
  'So often one agent is offered the same contact after declining (NT-06).':
    'Nombre de fois qu’un agent se voit présenter le même contact après un refus (NT-06).',
  'After so many declines a contact waits for a supervisor (NT-07).':
    'Après autant de refus, un contact attend un superviseur (NT-07).',
  'What a missed ring does to the agent (NT-04).': 'Ce qu’une sonnerie manquée fait à l’agent (NT-04).',
  'What a declined ring does to the agent (NT-04).': 'Ce qu’un refus fait à l’agent (NT-04).',
  'The hours record that holds for this queue; none: always open (OH-01).':
    'Les plages d’ouverture de cette file ; aucune : toujours ouverte (OH-01).',
  'Conditions in order, each with one action (section 4 of the rules).':
    'Conditions dans l’ordre, chacune avec une action (section 4 des règles).',
  'One condition: outOfHours, workItemLimit, averageWait or waitExceeds.':
    'Une condition : outOfHours, workItemLimit, averageWait ou waitExceeds.',
  'The queue is out of its hours (OV-03).': 'La file est hors horaires (OV-03).',
  'The queue holds this many open items or more as the contact arrives; 0: no able agent is free (OV-05).':
    'La file compte au moins autant de contacts ouverts quand le nouveau arrive ; 0 : aucun agent capable n’est libre (OV-05).',
  'The estimated wait is longer than this; without a valid estimate it is not (OV-08).':
    'L’attente estimée est plus longue ; sans estimation valable, elle ne l’est pas (OV-08).',
  'The contact has waited this long in this queue: 60-3600 s for voice, 60-172800 s for messaging, 180-172800 s for records (OV-20).':
    'Le contact attend depuis aussi longtemps dans cette file : 60-3600 s pour la voix, 60-172800 s pour la messagerie, 180-172800 s pour les dossiers (OV-20).',
  'assignAnyway, directCallback, endCall, endConversation, voicemail, { transferQueue: queue }, { transferExternal: number } or { directCallback: profile }.':
    'assignAnyway, directCallback, endCall, endConversation, voicemail, { transferQueue: file }, { transferExternal: numéro } ou { directCallback: profil }.',
  'Offer a callback under this callback profile.': 'Proposer un rappel selon ce profil de rappel.',
  'Enqueue in this queue, arrival time kept (OV-15).':
    'Mettre dans cette file, heure d’arrivée gardée (OV-15).',
  'Bridge the caller to this number (OV-16).': 'Mettre l’appelant en relation avec ce numéro (OV-16).',
  'waitExceeds with transferQueue moves waiting callbacks too (OV-24).':
    'waitExceeds avec transferQueue déplace aussi les rappels en attente (OV-24).',
  'How the wait is estimated (EW-01, EW-05, EW-06); preset webex minuteSamples.':
    'Comment l’attente est estimée (EW-01, EW-05, EW-06) ; préréglage webex : minuteSamples.',
  'Weight of the newest batch in the running average, between 0 and 0.5 (EW-02).':
    'Poids du dernier lot dans la moyenne glissante, entre 0 et 0,5 (EW-02).',
  'How often the average is renewed (EW-02).': 'À quel rythme la moyenne est renouvelée (EW-02).',
  'No estimate before so many connected contacts (EW-03).':
    'Pas d’estimation avant autant de contacts répondus (EW-03).',
  'The estimate is forgotten after so long without a contact (EW-04).':
    'L’estimation est oubliée après autant de temps sans contact (EW-04).',
  'Estimate that stands for history from before the run, so that there is one at once (EW-03).':
    'Estimation qui tient lieu d’historique, pour qu’il y en ait une d’emblée (EW-03).',
  'Window of the models minuteSamples and positional.': 'Fenêtre des modèles minuteSamples et positional.',
  'minuteSamples: a minute whose waits vary more is left out (EW-05).':
    'minuteSamples : une minute dont les attentes varient davantage est écartée (EW-05).',
  'minuteSamples: no estimate when fewer of the minutes are kept (EW-05).':
    'minuteSamples : pas d’estimation quand moins de minutes sont gardées (EW-05).',
  'Tell callers the estimate on entry (EW-07).': 'Annoncer l’estimation à l’entrée (EW-07).',
  'Tell callers their position (EW-08).': 'Annoncer leur position aux appelants (EW-08).',
  'The callback settings of this queue, or the name of a callback profile.':
    'Les réglages de rappel de cette file, ou le nom d’un profil de rappel.',
  'Whether wrap-up keeps the agent busy: always, none, or only for so long (WU-02).':
    'Si le post-appel occupe l’agent : always, none, ou seulement cette durée (WU-02).',
  'Wrap-up ends by itself after so long (WU-03).':
    'Le post-appel finit de lui-même après cette durée (WU-03).',
  'The agent may go on with his wrap-up after autoWrapAfter: then it never cuts a simulated one short (WU-03).':
    'L’agent peut poursuivre son post-appel après autoWrapAfter : il n’abrège alors jamais un post-appel simulé (WU-03).',
  'Wrap-up reasons (WU-07).': 'Motifs de post-appel (WU-07).',
  'The reason when none is chosen; the first of the list.':
    'Le motif quand aucun n’est choisi ; le premier de la liste.',
  'What callers do in this queue, and how long they are handled. May stand in the demand of the same name instead.':
    'Ce que font les appelants dans cette file, et leur durée de traitement. Peut figurer dans la demande du même nom.',
  'Talk time, for example { lognormal: { mean: 4m10s, cv: 1.1 } }.':
    'Durée de conversation, par exemple { lognormal: { mean: 4m10s, cv: 1.1 } }.',
  "The agent's work after the call; none when left out.":
    'Le travail de l’agent après l’appel ; aucun si omis.',
  'How long callers wait before they hang up, a law with `balk` and `atZero`; endless when left out. One clock over all queues.':
    'Combien de temps les appelants attendent avant de raccrocher, une loi avec `balk` et `atZero` ; sans fin si omise. Une seule horloge pour toutes les files.',
  'Always this length.': 'Toujours cette durée.',
  'Any length from `from` to `to`, all alike.': 'Toute durée de `from` à `to`, toutes également probables.',
  'From `from` to `to`, most often near `mode`.': 'De `from` à `to`, le plus souvent près de `mode`.',
  'Memoryless, with this mean: the law of the Erlang formulas.':
    'Sans mémoire, de cette moyenne : la loi des formules d’Erlang.',
  'Sum of `shape` exponential stages; less spread than the exponential.':
    'Somme de `shape` phases exponentielles ; moins dispersée que l’exponentielle.',
  'Gamma with this shape and mean; cv is 1 / sqrt(shape).':
    'Gamma de cette forme et de cette moyenne ; cv vaut 1 / sqrt(shape).',
  'By mean and cv, or by median and p90. Handle times are close to it (Brown et al. 2005).':
    'Par moyenne et cv, ou par médiane et p90. Les durées de traitement en sont proches (Brown et al. 2005).',
  'By shape, and mean or scale.': 'Par forme, et moyenne ou échelle.',
  'A list of exponentials by weight; more spread than one.':
    'Une liste d’exponentielles pondérées ; plus dispersée qu’une seule.',
  'A list of laws, one of which is drawn by weight.':
    'Une liste de lois, dont une est tirée selon son poids.',
  'Measured values: a list, a list with weights, or a column of a CSV file.':
    'Valeurs mesurées : une liste, une liste pondérée, ou une colonne d’un fichier CSV.',
  'Share that leaves on arrival when no agent rings for it.':
    'Part qui part dès l’arrivée quand aucun agent ne sonne pour elle.',
  'Share whose patience is 0; the law holds for the others.':
    'Part dont la patience est 0 ; la loi vaut pour les autres.',
  'How callers take callback offers, and whether they answer.':
    'Comment les appelants accueillent les offres de rappel, et s’ils répondent.',
  'Share that accepts an offer; a list gives the first, second ... offer, the last goes on.':
    'Part qui accepte une offre ; une liste donne la première, la deuxième ... offre, la dernière valeur continue.',
  'From the start of the offer prompt to the digit.': 'Du début du message de l’offre à la touche.',
  'Share of callbacks the customer answers.': 'Part des rappels auxquels le client répond.',
  'Share that is busy; counts as no answer.': 'Part occupée ; compte comme sans réponse.',
  'Share that an answering machine takes.': 'Part prise par un répondeur.',
  'Share of numbers that do not exist; never tried again.': 'Part des numéros inexistants ; jamais retentés.',
  'Share of calls that fail on the way. What is left of 100% rings unanswered.':
    'Part des appels qui échouent en route. Le reste jusqu’à 100% sonne sans réponse.',
  'From dialling to the answer, or to busy, machine, invalid, failed; longer than ringLimit: no answer.':
    'De la composition à la réponse, ou à occupé, répondeur, invalide, échec ; au-delà de ringLimit : sans réponse.',
  'Entry points with rules. A demand named like a queue needs none.':
    'Points d’entrée avec des règles. Une demande qui porte le nom d’une file s’en passe.',
  'The number customers dial; it must stand under `numbers`.':
    'Le numéro que composent les clients ; il doit figurer sous `numbers`.',
  'The site whose lines it uses (LM-01).': 'Le site dont il utilise les lignes (LM-01).',
  'Play the greeting before routing (RT-01).': 'Jouer l’accueil avant l’acheminement (RT-01).',
  "What a contact takes of an agent's units (CP-11).":
    'Ce qu’un contact prend des unités d’un agent (CP-11).',
  'Capacity profiles a contact takes one place of each (CP-02).':
    'Profils de capacité dont un contact prend une place chacun (CP-02).',
  'Presences that are assigned (PR-03); voice available (preset dynamics also busy), others available and busy.':
    'Présences auxquelles on affecte (PR-03) ; voix : available (préréglage dynamics : aussi busy), autres : available et busy.',
  'Rules in order: the first whose queue does not overflow takes the contact (RT-02).':
    'Règles dans l’ordre : la première dont la file ne déborde pas prend le contact (RT-02).',
  'All of these must hold: an attribute and its value, a list of values, or { above, below }. Left out: always.':
    'Toutes doivent valoir : un attribut et sa valeur, une liste de valeurs, ou { above, below }. Omis : toujours.',
  'The attribute is a number above this.': 'L’attribut est un nombre supérieur à celui-ci.',
  'The attribute is a number below this.': 'L’attribut est un nombre inférieur à celui-ci.',
  'The queue.': 'La file.',
  'Instead of `to`: two to five queues by percentages that sum to 100 (RT-06).':
    'Au lieu de `to` : deux à cinq files par pourcentages dont la somme est 100 (RT-06).',
  "Replaces the queue's overflow list for contacts routed by this rule; an empty list: never overflow (OV-10).":
    'Remplace la liste de débordement de la file pour les contacts de cette règle ; liste vide : jamais de débordement (OV-10).',
  'The queue when no rule matches; its overflow settings are ignored (RT-05).':
    'La file quand aucune règle ne convient ; ses débordements sont ignorés (RT-05).',
  'Shifts, by name.': 'Horaires, par nom.',
  'Groups of agents, by name.': 'Groupes d’agents, par nom.',
  'Agents by name instead of `count`: [ana, ben], or { ana: { shift: early }, ben: {} }.':
    'Agents par leur nom au lieu de `count` : [ana, ben], ou { ana: { shift: early }, ben: {} }.',
  'His own shift.': 'Son propre horaire.',
  'His own queues instead of those of the group.': 'Ses propres files au lieu de celles du groupe.',
  'The queues they serve, in joining order.': 'Les files qu’ils servent, dans l’ordre d’entrée.',
  'Units of capacity (CP-11).': 'Unités de capacité (CP-11).',
  'Capacity profiles they hold: a name, or { profile, limit } with a limit of their own.':
    'Profils de capacité qu’ils ont : un nom, ou { profile, limit } avec leur propre limite.',
  'His own limit instead of that of the profile (CP-08).':
    'Sa propre limite au lieu de celle du profil (CP-08).',
  "How long it rings at them, instead of the queue's ringTimeout.":
    'Durée de sonnerie chez eux, au lieu du ringTimeout de la file.',
  'From the ring to accepting.': 'De la sonnerie à la prise d’appel.',
  'Share of rings they do not answer.': 'Part des sonneries auxquelles ils ne répondent pas.',
  'Share of rings they decline.': 'Part des sonneries qu’ils refusent.',
  'From being made inactive by a missed ring to choosing Available again.':
    'Du passage à Inactif après une sonnerie manquée au retour à Disponible.',
  'Divides talk and wrap-up: 1.25 handles a call in four fifths of the time.':
    'Divise conversation et post-appel : 1,25 traite un appel en quatre cinquièmes du temps.',
  'Share of those planned who are not there, drawn anew each day.':
    'Part des prévus qui ne sont pas là, retirée chaque jour.',
  'What an hour of one agent costs, in the currency of `report`. Hours are those planned at work: breaks are not among them, shrinkage is.':
    'Ce que coûte une heure d’un agent, dans la monnaie de `report`. Heures prévues au travail : les pauses n’en sont pas, les absences si.',
  'Presence at sign-in (PR-07).': 'Présence à la connexion (PR-07).',
  'Calls, by the name of the queue they ask for (or with `queue`, `workstream`).':
    'Appels, par le nom de la file demandée (ou avec `queue`, `workstream`).',
  'The queue they ask for, when the demand has another name.':
    'La file demandée, quand la demande porte un autre nom.',
  'The workstream whose rules route them; left out: straight to the queue.':
    'Le flux dont les règles les acheminent ; omis : droit à la file.',
  'Attributes that the rules of the workstream look at.': 'Attributs que regardent les règles du flux.',
  'Factors over the whole scenario, to ask what happens if more people call, calls take longer, or callers wait less or accept more callbacks.':
    'Facteurs sur tout le scénario, pour demander ce qui arrive s’il y a plus d’appels, plus longs, moins de patience ou plus de rappels acceptés.',
  'Multiplies the calls of every demand: expected numbers as they are, fixed numbers rounded to whole calls, a trace thinned or filled up along its own day. The day factor keeps its mean of 1.':
    'Multiplie les appels de chaque demande : nombres attendus tels quels, nombres fixes arrondis à l’appel entier, trace éclaircie ou complétée au fil de son jour. Le facteur du jour garde sa moyenne de 1.',
  "Multiplies every talk time and every wrap-up time of callers, drawn or recorded, so that the laws keep their shape. Agents' own times and their efficiency stay.":
    'Multiplie chaque conversation et chaque post-appel, tirés ou relevés : les lois gardent leur forme. Les temps propres des agents et leur efficacité restent.',
  'Multiplies how long callers wait before they hang up. Endless stays endless, and the shares of `balk` and `atZero` stay.':
    'Multiplie le temps que les appelants attendent avant de raccrocher. Sans fin reste sans fin, et les parts `balk` et `atZero` restent.',
  'Multiplies the share that accepts a callback offer, each in the list of `accepts`; never above 100%.':
    'Multiplie la part qui accepte une offre de rappel, chacune de la liste `accepts` ; jamais au-dessus de 100%.',
  'How long each prompt plays; one length for all, or by prompt.':
    'Durée de chaque message ; une pour tous, ou par message.',
  'The greeting, where a workstream plays one.': 'L’accueil, quand un flux en joue un.',
  'The callback offer (CB-02).': 'L’offre de rappel (CB-02).',
  'The confirmation of a callback (CB-05).': 'La confirmation d’un rappel (CB-05).',
  'Before an overflow ends the call (OV-14).': 'Avant qu’un débordement termine l’appel (OV-14).',
  'The position (EW-08).': 'La position (EW-08).',
  'The estimated wait (EW-07).': 'L’attente estimée (EW-07).',
  'The apology to who was connected too late (GEN-07).':
    'Les excuses à qui fut mis en relation trop tard (GEN-07).',
  'Before a voicemail (OV-17).': 'Avant une messagerie vocale (OV-17).',
  'You already have a callback (CB-43).': 'Vous avez déjà un rappel (CB-43).',
  'What the results should be; checked after the run.':
    'Ce que devraient être les résultats ; vérifié après la simulation.',
  'Name or ID of a KPI: serviceLevel, asa, K-05 ...':
    'Nom ou identifiant d’un indicateur : serviceLevel, asa, K-05 ...',
  'Of this queue; left out: in total.': 'De cette file ; omise : au total.',
  'Lowest and highest value: [78%, 84%] for shares, [10s, 30s] for times.':
    'Valeur la plus basse et la plus haute : [78%, 84%] pour des parts, [10s, 30s] pour des durées.',
  'How results are computed.': 'Comment les résultats sont calculés.',
  'The formula of the headline, K-01a to K-01f; preset dynamics c.':
    'La formule du chiffre de tête, K-01a à K-01f ; préréglage dynamics : c.',
  'How a callback counts in K-01a: not at all, answered at the opt-in, or at the join.':
    'Comment un rappel compte dans K-01a : pas du tout, répondu au choix du rappel, ou à la mise en relation.',
  'What `costPerHour` of the agents is in: an ISO 4217 code like EUR, USD or CHF.':
    'La monnaie de `costPerHour` des agents : un code ISO 4217 comme EUR, USD ou CHF.',
};
