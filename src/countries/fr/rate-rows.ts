/**
 * The rates of French late payment, row by row, their sources and how each was checked. Compiled on 2026-11-22 from
 * stored copies of public pages; see docs/law/fr.md.
 */
import { type Day, day } from '../../domain/date.ts'
import type { RateStatus } from '../../domain/interest/rate.ts'

/** Oldest first: ECB rates by effective date, legal rates by semester. Rates in basis points. */
export type FrenchRates = {
  /** Last day for which the ECB series is known to be complete. */
  readonly ecbKnownUntil: Day
  readonly ecb: readonly EcbRow[]
  readonly legal: readonly LegalRow[]
}

/** Effective date, rate, status, sources. */
type EcbRow = readonly [from: string, rateBps: number, status: RateStatus, sources: readonly Source[]]

/** Semester, rate of « particuliers », rate of « tous les autres cas », status, sources. */
type LegalRow = readonly [
  semester: string,
  individualBps: number,
  otherBps: number,
  status: RateStatus,
  sources: readonly Source[],
]

type Source = keyof typeof SOURCES

export const SOURCES = {
  bsi: 'Banka Slovenije, bsi.si/en/ecb-interest-rates',
  bdf: 'Banque de France, banque-france.fr/en/policy-rates',
  ecb: "ECB, 'Key ECB interest rates', stored copies",
  ecbRatesData: "GitHub file 'ecbRatesData'",
  penalites: 'GitHub lib/outils/penalites, citing the ECB table as read on 2026-10-03',
  ecbPress2025: "ECB press release of 2025-09-11 'unchanged at … 2.15%'; raisin.com Dec 2025",
  letikette: "GitHub 'Letikette', pays/france/taux.ts, read 2026-09-03",
  aeccompta: 'aeccompta.com, taux-de-l-interet-legal-annee-2020 (table with two errors on other rows)',
  aphp: 'affairesjuridiques.aphp.fr : arrêté du 24 juin 2015',
  onb: 'onb-france.com : arrêté du 23 déc. 2015, JO 27 déc. 2015 p. 24148',
  paperblog: 'paperblog.fr/7903179',
  efl: 'efl.fr',
  lextimes: 'lextimes.fr : arrêté du 26 juin 2017, JO 30 juin 2017',
  bpifrance2018: 'bpifrance-creation.fr, actualités : arrêté du 28 déc. 2017',
  veegee: 'veegee.fr : arrêté du 27 juin 2018, JO 28 juin 2018',
  lefevre: 'lefevre-barbazanges-avocat-paris.fr',
  legifiscal2007: 'legifiscal.fr/actualites-fiscales/2007 : arrêté du 21 déc. 2018, JO 30 déc. 2018',
  eyschen: 'eyschen-avocat.fr',
  cec: 'cabinet-cec.fr',
  devarenne: 'devarenne-avocat.com : arrêté du 15 juin 2020, JO 18 juin 2020',
  binimelis: 'binimelis-avocats.fr',
  binimelis2021: 'binimelis-avocats.fr : arrêté du 21 déc. 2020',
  dandrel: 'dandrel-avocats.fr',
  forumeco: 'forumeco.fr',
  lexplicite: 'lexplicite : arrêté du 16 juin 2021, JO 25 juin 2021',
  droitPratique: 'droit-pratique.fr/baremes-et-taux',
  bejuris: 'bejuris.fr : arrêté du 27 juin 2022',
  notaires: 'notaires2normandie.com',
  huissiersPaca: 'huissiers-paca.fr : arrêté du 26 déc. 2022',
  legifiscal3492: 'legifiscal.fr/actualites-fiscales/3492',
  notaires2023: 'notaires2normandie.com : arrêté ECOT2317028A du 27 juin 2023, JO 30 juin 2023',
  capeb: 'capeb09.fr',
  figaro: 'leparticulier.lefigaro.fr (8,01)',
  exeoffice: 'exeoffice.eu (5,07, labelled there as the ECB rate)',
  bpifrance2024: 'bpifrance-creation.fr/boiteaoutils/taux-penalites-retard (4,92)',
  shine: 'help.shine.fr (4,92)',
  cna2c: 'cna2c.fr and ksca.fr (Lefebvre Dalloz)',
  penalites2025: 'GitHub penalites.ts : arrêté du 17 déc. 2024, JORFTEXT000050793726',
  cna2c2025: 'cna2c.fr : arrêté ECOT2516925A du 19 juin 2025, JO 24 juin 2025, JORFTEXT000051783186',
  juriblio: 'juriblio.fr : arrêté du 15 déc. 2025, JO 26 déc. 2025, JORFTEXT000053165408',
  penalites2026: 'GitHub lib/outils/penalites : arrêté du 26 juin 2026, JO 30 juin 2026 (2,75)',
} as const

/** Main refinancing operations, by effective date. The last row rests on one source: check before 2027-01-01. */
const ECB: readonly EcbRow[] = [
  ['2007-06-13', 400, 'checked', ['bsi']],
  ['2008-07-09', 425, 'checked', ['bsi']],
  ['2008-10-15', 375, 'checked', ['bsi', 'bdf']],
  ['2008-11-12', 325, 'checked', ['bsi', 'bdf']],
  ['2008-12-10', 250, 'checked', ['bsi', 'bdf']],
  ['2009-01-21', 200, 'checked', ['bsi', 'bdf']],
  ['2009-03-11', 150, 'checked', ['bsi', 'bdf']],
  ['2009-04-08', 125, 'checked', ['bsi', 'bdf']],
  ['2009-05-13', 100, 'checked', ['bsi', 'bdf']],
  ['2011-04-13', 125, 'checked', ['bsi', 'bdf']],
  ['2011-07-13', 150, 'checked', ['bsi', 'bdf']],
  ['2011-11-09', 125, 'checked', ['bsi', 'bdf']],
  ['2011-12-14', 100, 'checked', ['bsi', 'bdf']],
  ['2012-07-11', 75, 'checked', ['bsi', 'bdf']],
  ['2013-05-08', 50, 'checked', ['bsi', 'bdf']],
  ['2013-11-13', 25, 'checked', ['bsi', 'bdf']],
  ['2014-06-11', 15, 'checked', ['bsi', 'bdf']],
  ['2014-09-10', 5, 'checked', ['bsi', 'bdf']],
  ['2016-03-16', 0, 'checked', ['bsi', 'bdf']],
  ['2022-07-27', 50, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2022-09-14', 125, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2022-11-02', 200, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2022-12-21', 250, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-02-08', 300, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-03-22', 350, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-05-10', 375, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-06-21', 400, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-08-02', 425, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2023-09-20', 450, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2024-06-12', 425, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2024-09-18', 365, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2024-10-23', 340, 'checked', ['bsi', 'bdf', 'ecb']],
  ['2024-12-18', 315, 'checked', ['bsi', 'ecbRatesData']],
  ['2025-02-05', 290, 'checked', ['bsi', 'ecbRatesData']],
  ['2025-03-12', 265, 'checked', ['bsi', 'ecbRatesData']],
  ['2025-04-23', 240, 'checked', ['bsi', 'ecbRatesData']],
  ['2025-06-11', 215, 'checked', ['ecbRatesData', 'penalites', 'ecbPress2025']],
  ['2026-06-17', 240, 'two-secondary-sources', ['penalites', 'letikette']],
  ['2026-09-16', 265, 'single-secondary-source', ['penalites']],
]

/** Taux d'intérêt légal, by semester. The arrêté of 2027-S1 normally comes out in December 2026. */
const LEGAL: readonly LegalRow[] = [
  ['2015-S1', 406, 93, 'checked-secondary', ['aeccompta']],
  ['2015-S2', 429, 99, 'checked', ['aphp', 'aeccompta']],
  ['2016-S1', 454, 101, 'checked', ['onb', 'paperblog']],
  ['2016-S2', 435, 93, 'checked-secondary', ['aeccompta']],
  ['2017-S1', 416, 90, 'checked', ['efl', 'aeccompta']],
  ['2017-S2', 394, 90, 'checked', ['lextimes', 'efl']],
  ['2018-S1', 373, 89, 'checked', ['bpifrance2018']],
  ['2018-S2', 360, 88, 'checked', ['veegee', 'lefevre']],
  ['2019-S1', 340, 86, 'checked', ['legifiscal2007', 'eyschen', 'lefevre']],
  ['2019-S2', 326, 87, 'checked-secondary', ['aeccompta']],
  ['2020-S1', 315, 87, 'checked', ['cec', 'aeccompta']],
  ['2020-S2', 311, 84, 'checked', ['devarenne', 'cec', 'binimelis']],
  ['2021-S1', 314, 79, 'checked', ['binimelis2021', 'dandrel', 'forumeco']],
  ['2021-S2', 312, 76, 'checked', ['lexplicite', 'dandrel']],
  ['2022-S1', 313, 76, 'checked', ['droitPratique', 'letikette']],
  ['2022-S2', 315, 77, 'checked', ['bejuris', 'notaires']],
  ['2023-S1', 447, 206, 'checked', ['huissiersPaca', 'notaires', 'legifiscal3492']],
  ['2023-S2', 682, 422, 'checked', ['notaires2023', 'legifiscal3492', 'capeb']],
  ['2024-S1', 801, 507, 'checked-secondary', ['figaro', 'exeoffice', 'letikette']],
  ['2024-S2', 816, 492, 'checked-secondary', ['bpifrance2024', 'shine', 'letikette']],
  ['2025-S1', 721, 371, 'checked', ['cna2c', 'penalites2025']],
  ['2025-S2', 665, 276, 'checked', ['cna2c2025']],
  ['2026-S1', 667, 262, 'checked', ['juriblio']],
  ['2026-S2', 684, 275, 'two-secondary-sources', ['letikette', 'penalites2026']],
]

export const FRENCH_RATES: FrenchRates = { ecbKnownUntil: day('2026-11-22'), ecb: ECB, legal: LEGAL }
