/**
 * A code with what its sentence needs, one shape a code: a parameter that lacks, or one too many, does not compile. The sentences
 * stand in words/, in each language. Parameters are values that JSON holds: dates as ISO text, amounts in cents.
 */
export type Coded<Params> = { [Code in keyof Params]: { code: Code; params: Params[Code] } }[keyof Params]

export type NoParams = Readonly<Record<string, never>>
