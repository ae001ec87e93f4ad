/** The check of a VAT number in each country: length, characters, key. France stands with the SIREN, in identifiers.ts. */
import * as AT from 'stdnum/lib/cjs/at/uid.js'
import * as BE from 'stdnum/lib/cjs/be/vat.js'
import * as BG from 'stdnum/lib/cjs/bg/vat.js'
import * as CY from 'stdnum/lib/cjs/cy/vat.js'
import * as CZ from 'stdnum/lib/cjs/cz/dic.js'
import * as DE from 'stdnum/lib/cjs/de/vat.js'
import * as DK from 'stdnum/lib/cjs/dk/cvr.js'
import * as EE from 'stdnum/lib/cjs/ee/kmkr.js'
import * as ES from 'stdnum/lib/cjs/es/nif.js'
import * as FI from 'stdnum/lib/cjs/fi/alv.js'
import * as GB from 'stdnum/lib/cjs/gb/vat.js'
import * as EL from 'stdnum/lib/cjs/gr/vat.js'
import * as HR from 'stdnum/lib/cjs/hr/oib.js'
import * as HU from 'stdnum/lib/cjs/hu/anum.js'
import * as IE from 'stdnum/lib/cjs/ie/vat.js'
import * as IT from 'stdnum/lib/cjs/it/iva.js'
import * as LT from 'stdnum/lib/cjs/lt/pvm.js'
import * as LU from 'stdnum/lib/cjs/lu/tva.js'
import * as LV from 'stdnum/lib/cjs/lv/pvn.js'
import * as MT from 'stdnum/lib/cjs/mt/vat.js'
import * as NL from 'stdnum/lib/cjs/nl/btw.js'
import * as PL from 'stdnum/lib/cjs/pl/nip.js'
import * as PT from 'stdnum/lib/cjs/pt/nif.js'
import * as RO from 'stdnum/lib/cjs/ro/cif.js'
import * as SE from 'stdnum/lib/cjs/se/vat.js'
import * as SI from 'stdnum/lib/cjs/si/ddv.js'
import * as SK from 'stdnum/lib/cjs/sk/dph.js'
import type { ValidateReturn } from 'stdnum/lib/cjs/types.js'

export type Check = (number: string) => ValidateReturn

/** By prefix. Greece writes EL; Northern Ireland, inside the Union for goods, has the numbers of the United Kingdom. */
export const VAT_CHECKS: ReadonlyMap<string, Check> = new Map(
  Object.entries({
    ...{
      AT,
      BE,
      BG,
      CY,
      CZ,
      DE,
      DK,
      EE,
      EL,
      ES,
      FI,
      GB,
      HR,
      HU,
      IE,
      IT,
      LT,
      LU,
      LV,
      MT,
      NL,
      PL,
      PT,
      RO,
      SE,
      SI,
      SK,
    },
    XI: GB,
  }).map(([prefix, { validate }]) => [prefix, validate]),
)
