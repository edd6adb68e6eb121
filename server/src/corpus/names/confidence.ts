/**
 * The curve from a score to a probability, fitted by test/quality/learn-confidence.ts to 325 pairs of spellings from 17,120 articles of seven
 * outlets, drawn at random within bands of the score and judged by their contexts.
 */
const SLOPE = 0.65;
/** The score at which one name is as likely as two. */
const EVEN = 3.3;
/** Namesakes and slips of the reader are never ruled out. */
const MOST = 0.985;

/** Probability, of three decimals, that two spellings of this score are one name. */
export const confidenceOf = (score: number): number => Math.round((1000 * MOST) / (1 + Math.exp(-SLOPE * (score - EVEN)))) / 1000;
