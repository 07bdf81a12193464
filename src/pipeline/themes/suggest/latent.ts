import { EigenvalueDecomposition, Matrix as Dense } from 'ml-matrix';
import { hash32 } from '../../hashes.ts';
import type { Matrix } from './vectors.ts';

/** Rounds of subspace iteration; more change no cluster. */
const ROUNDS = 3;

/** Columns beside those wanted, which make the wanted ones exact. */
const SPARE = 8;

/**
 * Coordinates of each row in the space of the first singular vectors, strongest first (latent semantic analysis):
 * one array a row, scaled by the singular values. By subspace iteration (Halko, Martinsson and Tropp 2011, algorithm
 * 4.4) from a start that depends on the features' names alone, so that the same papers always give the same space.
 */
export function latentSpace(matrix: Matrix, dimensions: number): Float64Array[] {
  const width = Math.min(dimensions + SPARE, matrix.rows, matrix.columns);
  let right: Float64Array[] = Array.from({ length: width }, (_, column) =>
    Float64Array.from(matrix.features, (feature) => hash32(`${column} ${feature}`) / 2 ** 31 - 1),
  );
  let left = times(matrix, right);
  for (let round = 0; round < ROUNDS; round += 1) {
    right = orthonormal(transposedTimes(matrix, orthonormal(left)));
    left = times(matrix, right);
  }
  if (left.length === 0) return Array.from({ length: matrix.rows }, () => new Float64Array(0));
  // left = A·R with R orthonormal: the eigenvectors of leftᵀ·left turn it into U·S.
  const gram = left.map((a) => left.map((b) => dot(a, b)));
  const { eigenvectorMatrix, realEigenvalues } = new EigenvalueDecomposition(new Dense(gram), {
    assumeSymmetric: true,
  });
  const strongest = realEigenvalues
    .map((value, column) => ({ value, column }))
    .sort((a, b) => b.value - a.value)
    .slice(0, dimensions);
  return Array.from({ length: matrix.rows }, (_, row) =>
    Float64Array.from(strongest, ({ column }) =>
      left.reduce((sum, each, of) => sum + (each[row] ?? 0) * eigenvectorMatrix.get(of, column), 0),
    ),
  );
}

/** An orthonormal basis of the span of columns, by modified Gram and Schmidt; columns that add nothing are left out. */
function orthonormal(columns: readonly Float64Array[]): Float64Array[] {
  const basis: Float64Array[] = [];
  for (const column of columns) {
    const rest = column.slice();
    const before = Math.sqrt(dot(rest, rest));
    for (const each of basis) {
      const part = dot(rest, each);
      for (let i = 0; i < rest.length; i += 1) rest[i] = (rest[i] ?? 0) - part * (each[i] ?? 0);
    }
    const after = Math.sqrt(dot(rest, rest));
    if (after > before * 1e-10) basis.push(rest.map((value) => value / after));
  }
  return basis;
}

function times(
  { rows, starts, indices, values }: Matrix,
  columns: readonly Float64Array[],
): Float64Array[] {
  return columns.map((column) => {
    const product = new Float64Array(rows);
    for (let row = 0; row < rows; row += 1) {
      const end = starts[row + 1] ?? 0;
      let sum = 0;
      for (let at = starts[row] ?? 0; at < end; at += 1)
        sum += (values[at] ?? 0) * (column[indices[at] ?? 0] ?? 0);
      product[row] = sum;
    }
    return product;
  });
}

function transposedTimes(
  { rows, columns, starts, indices, values }: Matrix,
  left: readonly Float64Array[],
): Float64Array[] {
  return left.map((column) => {
    const product = new Float64Array(columns);
    for (let row = 0; row < rows; row += 1) {
      const factor = column[row] ?? 0;
      const end = starts[row + 1] ?? 0;
      for (let at = starts[row] ?? 0; at < end; at += 1) {
        const to = indices[at] ?? 0;
        product[to] = (product[to] ?? 0) + factor * (values[at] ?? 0);
      }
    }
    return product;
  });
}

/** The inner product of two vectors of one length. */
export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i += 1) sum += (a[i] ?? 0) * (b[i] ?? 0);
  return sum;
}
