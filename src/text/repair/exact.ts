/**
 * Exponential and logarithms made of additions, multiplications and divisions alone, which IEEE 754 rounds alike
 * everywhere; what `Math.exp` gives may differ between machines in the last place. Errors are below 1e-14, relatively.
 */

/** ln 2 in two parts; the first has zeros at its end, so that small multiples of it are exact. */
const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;

/** Powers of two from -1022 to 1023. */
const LEAST_POWER = -1022;
const powers = new Float64Array(2046);
for (let i = 0, power = 1; i <= 1023; i++, power *= 2) powers[i - LEAST_POWER] = power;
for (let i = 0, power = 1; i >= LEAST_POWER; i--, power /= 2) powers[i - LEAST_POWER] = power;

/** 1 / n! from n = 12 down to 0. */
const inverseFactorials = new Float64Array(13);
for (let n = 0, factorial = 1; n <= 12; n++, factorial *= n) {
  inverseFactorials[12 - n] = 1 / factorial;
}

/** e to the power of x; 0 below -700, cut at e^700. */
export function exp(x: number): number {
  if (x < -700) return 0;
  const y = Math.min(x, 700);
  const k = Math.round(y * Math.LOG2E);
  const r = y - k * LN2_HIGH - k * LN2_LOW;
  // Taylor's series; |r| is at most 0.35.
  let sum = 0;
  for (let n = 0; n <= 12; n++) sum = sum * r + (inverseFactorials[n] ?? 0);
  return sum * (powers[k - LEAST_POWER] ?? 0);
}

/** 2 artanh(s), the series of it; |s| is at most 1/3. */
function twiceArtanh(s: number): number {
  const square = s * s;
  let sum = 0;
  for (let n = 33; n > 0; n -= 2) sum = sum * square + 1 / n;
  return 2 * s * sum;
}

/** The natural logarithm of 1 + y, of a y from 0 to 1. */
export const log1p = (y: number) => twiceArtanh(y / (2 + y));

/** The natural logarithm of a positive number that is neither tiny nor huge. */
export function log(x: number): number {
  let [mantissa, power] = [x, 0];
  while (mantissa > 1.5) [mantissa, power] = [mantissa / 2, power + 1];
  while (mantissa < 0.75) [mantissa, power] = [mantissa * 2, power - 1];
  return power * LN2_LOW + (twiceArtanh((mantissa - 1) / (mantissa + 1)) + power * LN2_HIGH);
}

export const sigmoid = (x: number) => 1 / (1 + exp(-x));
