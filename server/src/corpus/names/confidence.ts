/**
 * The curve from a score to a probability, fitted by test/quality/learn-confidence.ts to 648 pairs of spellings, drawn at random within bands of the
 * score and judged by their contexts: 453 from 17,120 articles of seven outlets, 195 from corpora of 20, 60 and 200 articles of one of them. One
 * curve does for all sizes: a correction for the number of articles would tell nothing more.
 */
const SLOPE = 0.84;
/** The score at which one name is as likely as two. */
const EVEN = 4;
/** Namesakes and slips of the reader are never ruled out. */
export const MOST = 0.985;

/** Probability, of three decimals, that two spellings of this score are one name. */
export const confidenceOf = (score: number): number => Math.round((1000 * MOST) / (1 + Math.exp(-SLOPE * (score - EVEN)))) / 1000;
