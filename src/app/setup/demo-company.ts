import { addDays, type Day, formatDay } from '../../domain/date.ts'

/** One debtor of the demo company: a situation, told as a story whose dates are days before or after today. */
export type DemoDebtor = {
  code: string
  name: string
  kind: 'business' | 'consumer' | 'public-body'
  /** What the debtor is there to show. */
  situation: string
  contact: string
  /** Absent: it has left, and nobody knows where. */
  address?: string
  /** Facts in the story language; `{-12}` is the date twelve days ago. The first number is the day it happens. */
  facts: readonly [number, string][]
}

export const DEMO_CREDITOR = {
  code: 'NORD',
  name: 'Atelier Nord',
  email: 'compta@atelier-nord.example',
  phone: '03 20 00 00 00',
  iban: 'FR7630006000011234567890189',
  address: '12 rue des Lilas, 59000 Lille',
  signatory: 'Anne Morel, gérante',
}

/** Days of history that the demo company is replayed over before today. */
export const DEMO_HISTORY_DAYS = 75

/** The twelve debtors of the demo company, the same in README, tests and pictures. */
export const DEMO_DEBTORS: readonly DemoDebtor[] = [
  {
    code: 'MARTIN',
    name: 'Boulangerie Martin',
    kind: 'business',
    situation: 'paie toujours deux jours après l’échéance',
    contact: 'email compta@boulangerie-martin.example phone 0320000001',
    address: '4 place du Marché, 59000 Lille',
    facts: [
      [-75, 'invoice FA-101 480.00 issued {-76} due {-46}'],
      [-44, 'pay 480.00 FA-101'],
      [-32, 'invoice FA-118 512.40 issued {-32} due {-2}'],
    ],
  },
  {
    code: 'DURAND',
    name: 'Durand SARL',
    kind: 'business',
    situation: 'a payé la moitié',
    contact: 'email compta@durand.example phone 0320000002',
    address: '18 rue de la Gare, 59800 Lille',
    facts: [
      [-43, 'invoice FA-109 2400.00 issued {-43} due {-13}'],
      [-6, 'pay 1200.00 FA-109'],
    ],
  },
  {
    code: 'LEROY',
    name: 'Leroy Menuiserie',
    kind: 'business',
    situation: 'conteste une ligne : le reste est relancé',
    contact: 'email gestion@leroy-menuiserie.example phone 0320000003',
    address: '7 chemin des Tilleuls, 62000 Arras',
    facts: [
      [-40, 'invoice FA-111 1850.00 issued {-40} due {-10}'],
      [-7, 'dispute FA-111 350.00 "livraison incomplète"'],
    ],
  },
  {
    code: 'PETIT',
    name: 'Petit Transports',
    kind: 'business',
    situation: 'a promis et tenu',
    contact: 'email compta@petit-transports.example phone 0320000004',
    address: 'Zone du Pont, 2 rue du Canal, 59500 Douai',
    facts: [
      [-42, 'invoice FA-110 960.00 issued {-42} due {-12}'],
      [-20, 'invoice FA-125 640.00 issued {-20} due {10}'],
      [-5, 'promise 960.00 by {-1} FA-110'],
      [-1, 'pay 960.00 FA-110'],
    ],
  },
  {
    code: 'MOREAU',
    name: 'Moreau Bâtiment',
    kind: 'business',
    situation: 'a promis et n’a pas tenu',
    contact: 'email comptabilite@moreau-batiment.example phone 0320000005',
    address: '31 avenue Jean-Jaurès, 80000 Amiens',
    facts: [
      [-58, 'invoice FA-104 5200.00 issued {-58} due {-28}'],
      [-14, 'promise 5200.00 by {-5} FA-104'],
    ],
  },
  {
    code: 'ROUX',
    name: 'Roux & Fils',
    kind: 'business',
    situation: 'son adresse e-mail est rejetée',
    contact: 'email facturation@roux-et-fils.example phone 0320000006',
    address: '9 rue Haute, 59300 Valenciennes',
    facts: [
      [-36, 'invoice FA-115 730.00 issued {-36} due {-6}'],
      [-2, 'bounce email'],
    ],
  },
  {
    code: 'GARNIER',
    name: 'Mme Claire Garnier',
    kind: 'consumer',
    situation: 'est un particulier : ni pénalités ni 40 € avant la mise en demeure',
    contact: 'email claire.garnier@courriel.example phone 0620000007',
    address: '15 rue des Écoles, 59650 Villeneuve-d’Ascq',
    facts: [[-39, 'invoice FA-112 289.00 issued {-39} due {-9}']],
  },
  {
    code: 'VILLE',
    name: 'Ville de Saint-Aubin',
    kind: 'public-body',
    situation: 'est une collectivité',
    contact: 'email finances@saint-aubin.example phone 0320000008',
    address: 'Mairie, place de la République, 59130 Saint-Aubin',
    facts: [[-50, 'invoice FA-107 3600.00 issued {-50} due {-20}']],
  },
  {
    code: 'FAURE',
    name: 'Garage Faure',
    kind: 'business',
    situation: 'paie par échéances convenues',
    contact: 'email garage.faure@courriel.example phone 0320000009',
    address: '52 route de Béthune, 62300 Lens',
    facts: [
      [-70, 'invoice FA-102 1800.00 issued {-70} due {-40}'],
      [-25, 'plan 3 x 600.00 from {-15} monthly FA-102'],
      [-15, 'pay 600.00 FA-102'],
    ],
  },
  {
    code: 'BONNET',
    name: 'Bonnet Décoration',
    kind: 'business',
    situation: 'a déménagé sans laisser d’adresse',
    contact: 'name Bonnet',
    facts: [[-45, 'invoice FA-108 410.00 issued {-45} due {-15}']],
  },
  {
    code: 'CHEVALIER',
    name: 'Chevalier Industrie',
    kind: 'business',
    situation: 'est en redressement judiciaire',
    contact: 'email compta@chevalier-industrie.example phone 0320000011',
    address: 'Parc des Industries, 6 rue Denis-Papin, 59400 Cambrai',
    facts: [
      [-66, 'invoice FA-103 7400.00 issued {-66} due {-36}'],
      [-10, 'insolvency {-10}'],
    ],
  },
  {
    code: 'BLANC',
    name: 'Imprimerie Blanc',
    kind: 'business',
    situation: 'paie toujours à l’heure',
    contact: 'email compta@imprimerie-blanc.example phone 0320000012',
    address: '23 rue Gutenberg, 59100 Roubaix',
    facts: [
      [-74, 'invoice FA-100 1320.00 issued {-75} due {-45}'],
      [-46, 'pay 1320.00 FA-100'],
      [-15, 'invoice FA-127 1480.00 issued {-15} due {15}'],
    ],
  },
]

/** A demo debtor as a story text, up to the day before today. */
export function demoStory(debtor: DemoDebtor, today: Day): string {
  const date = (offset: number) => formatDay(addDays(today, offset))
  const facts = debtor.facts.map(([day, text]) => {
    const dated = text.replace(/\{(-?\d+)\}/g, (_match, offset: string) => date(Number(offset)))
    return `${date(day)}  ${dated}`
  })
  return [
    `creditor "${DEMO_CREDITOR.name}"`,
    `debtor "${debtor.name}" ${debtor.kind}`,
    `contact accounts-payable ${debtor.contact}`,
    `from ${date(-DEMO_HISTORY_DAYS)}`,
    `until ${date(-1)}`,
    ...facts,
    '',
  ].join('\n')
}
