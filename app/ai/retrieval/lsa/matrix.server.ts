/** Rows of (column, value) pairs, one after the other. */
export type SparseRows = {
  rows: number
  columns: number
  /** `rows + 1` offsets into the two arrays below */
  starts: Uint32Array
  columnOf: Uint32Array
  valueOf: Float32Array
}

/** Row-major dense matrix. */
export type Dense = { rows: number; columns: number; values: Float32Array }

export function zeros(rows: number, columns: number): Dense {
  return { rows, columns, values: new Float32Array(rows * columns) }
}

/** sparse · dense */
export function multiply(sparse: SparseRows, dense: Dense): Dense {
  const product = zeros(sparse.rows, dense.columns)
  const width = dense.columns
  for (let row = 0; row < sparse.rows; row++) {
    const target = product.values.subarray(row * width, (row + 1) * width)
    const stop = sparse.starts[row + 1] as number
    for (let at = sparse.starts[row] as number; at < stop; at++) {
      addScaled(target, dense, sparse.columnOf[at] as number, sparse.valueOf[at] as number)
    }
  }
  return product
}

/** sparseᵀ · dense */
export function multiplyTransposed(sparse: SparseRows, dense: Dense): Dense {
  const product = zeros(sparse.columns, dense.columns)
  const width = dense.columns
  for (let row = 0; row < sparse.rows; row++) {
    const stop = sparse.starts[row + 1] as number
    for (let at = sparse.starts[row] as number; at < stop; at++) {
      const column = sparse.columnOf[at] as number
      const target = product.values.subarray(column * width, (column + 1) * width)
      addScaled(target, dense, row, sparse.valueOf[at] as number)
    }
  }
  return product
}

function addScaled(target: Float32Array, dense: Dense, row: number, factor: number): void {
  const width = dense.columns
  const base = row * width
  const values = dense.values
  for (let column = 0; column < width; column++) {
    target[column] = (target[column] as number) + factor * (values[base + column] as number)
  }
}

/** matrixᵀ · matrix, in double precision because it is about to be decomposed. */
export function gram(matrix: Dense): Float64Array {
  const { columns: width, values } = matrix
  const product = new Float64Array(width * width)
  for (let row = 0; row < matrix.rows; row++) {
    const base = row * width
    for (let left = 0; left < width; left++) {
      const factor = values[base + left] as number
      const target = left * width
      for (let right = left; right < width; right++) {
        product[target + right] =
          (product[target + right] as number) + factor * (values[base + right] as number)
      }
    }
  }
  for (let left = 0; left < width; left++) {
    for (let right = 0; right < left; right++) {
      product[left * width + right] = product[right * width + left] as number
    }
  }
  return product
}
