/**
 * Small dense matrices, a few hundred rows at most: product, sum and solution of a linear system, for the matrix-geometric method.
 * Large sparse systems are not for here.
 */
export class Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly #values: Float64Array;

  constructor(rows: number, columns: number) {
    this.rows = rows;
    this.columns = columns;
    this.#values = new Float64Array(rows * columns);
  }

  static identity(size: number): Matrix {
    const matrix = new Matrix(size, size);
    for (let i = 0; i < size; i++) matrix.#values[i * size + i] = 1;
    return matrix;
  }

  at(row: number, column: number): number {
    return this.#values[row * this.columns + column]!;
  }

  add(row: number, column: number, value: number): void {
    this.#values[row * this.columns + column]! += value;
  }

  /** This and `factor` times the other. */
  plus(other: Matrix, factor = 1): Matrix {
    const sum = new Matrix(this.rows, this.columns);
    for (let i = 0; i < sum.#values.length; i++)
      sum.#values[i] = this.#values[i]! + factor * other.#values[i]!;
    return sum;
  }

  times(other: Matrix): Matrix {
    const product = new Matrix(this.rows, other.columns);
    const width = other.columns;
    for (let i = 0; i < this.rows; i++) {
      for (let k = 0; k < this.columns; k++) {
        const factor = this.#values[i * this.columns + k]!;
        if (factor === 0) continue;
        for (let j = 0; j < width; j++)
          product.#values[i * width + j]! += factor * other.#values[k * width + j]!;
      }
    }
    return product;
  }

  transposed(): Matrix {
    const turned = new Matrix(this.columns, this.rows);
    for (let i = 0; i < this.rows; i++)
      for (let j = 0; j < this.columns; j++) turned.add(j, i, this.at(i, j));
    return turned;
  }

  rowSums(): number[] {
    return Array.from({ length: this.rows }, (_, i) => {
      let sum = 0;
      for (let j = 0; j < this.columns; j++) sum += this.at(i, j);
      return sum;
    });
  }

  /** X with this X = right, by elimination with the largest pivot of the column. */
  solve(right: Matrix): Matrix {
    const size = this.rows;
    const width = right.columns;
    const left = this.#values.slice();
    const solution = new Matrix(size, width);
    const x = solution.#values;
    x.set(right.#values);
    for (let k = 0; k < size; k++) {
      let pivot = k;
      for (let i = k + 1; i < size; i++)
        if (Math.abs(left[i * size + k]!) > Math.abs(left[pivot * size + k]!)) pivot = i;
      if (pivot !== k) {
        swapRows(left, size, k, pivot);
        swapRows(x, width, k, pivot);
      }
      for (let i = k + 1; i < size; i++) {
        const factor = left[i * size + k]! / left[k * size + k]!;
        if (factor === 0) continue;
        for (let j = k + 1; j < size; j++) left[i * size + j]! -= factor * left[k * size + j]!;
        for (let j = 0; j < width; j++) x[i * width + j]! -= factor * x[k * width + j]!;
      }
    }
    for (let i = size - 1; i >= 0; i--) {
      for (let k = i + 1; k < size; k++) {
        const factor = left[i * size + k]!;
        if (factor === 0) continue;
        for (let j = 0; j < width; j++) x[i * width + j]! -= factor * x[k * width + j]!;
      }
      for (let j = 0; j < width; j++) x[i * width + j]! /= left[i * size + i]!;
    }
    return solution;
  }
}

function swapRows(values: Float64Array, width: number, one: number, other: number): void {
  for (let j = 0; j < width; j++) {
    const kept = values[one * width + j]!;
    values[one * width + j] = values[other * width + j]!;
    values[other * width + j] = kept;
  }
}
