namespace Beffroi.Psychometrics;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, by Jacobi's rotations (Golub &amp; Van Loan, 2013, Matrix Computations,
/// 8.5.3): slow for thousands of variables, but accurate and unconditionally convergent for the hundred of a test.</summary>
static class SymmetricEigen
{
    const int MaxSweeps = 60;

    /// <summary>The eigenvalues, decreasing, and the matrix whose columns are their vectors of length 1.</summary>
    /// <param name="matrix">size × size, row after row, symmetric and finite.</param>
    public static (double[] Values, double[] Vectors) Of(ReadOnlySpan<double> matrix, int size)
    {
        var a = matrix[..(size * size)].ToArray();
        var v = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            v[(i * size) + i] = 1;
        }

        for (var sweep = 0; sweep < MaxSweeps && !IsDiagonal(a, size); sweep++)
        {
            for (var p = 0; p < size; p++)
            {
                for (var q = p + 1; q < size; q++)
                {
                    Rotate(a, v, size, p, q);
                }
            }
        }

        var order = Enumerable.Range(0, size).OrderByDescending(i => a[(i * size) + i]).ToArray();
        var vectors = new double[size * size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < size; j++)
            {
                vectors[(i * size) + j] = v[(i * size) + order[j]];
            }
        }

        return ([.. order.Select(i => a[(i * size) + i])], vectors);
    }

    static bool IsDiagonal(double[] a, int size)
    {
        var (off, all) = (0.0, 0.0);
        for (var at = 0; at < a.Length; at++)
        {
            all += a[at] * a[at];
            off += at % (size + 1) == 0 ? 0 : a[at] * a[at];
        }

        return off <= 1e-30 * all;
    }

    // The rotation of the plane (p, q) that makes a_pq zero.
    static void Rotate(double[] a, double[] v, int size, int p, int q)
    {
        var off = a[(p * size) + q];
        if (off == 0)
        {
            return;
        }

        var ratio = (a[(q * size) + q] - a[(p * size) + p]) / (2 * off);
        var t = (ratio >= 0 ? 1 : -1) / (Math.Abs(ratio) + Math.Sqrt(1 + (ratio * ratio)));
        var cos = 1 / Math.Sqrt(1 + (t * t));
        var sin = t * cos;
        for (var k = 0; k < size; k++)
        {
            Turn(ref a[(k * size) + p], ref a[(k * size) + q], cos, sin);
            Turn(ref v[(k * size) + p], ref v[(k * size) + q], cos, sin);
        }

        for (var k = 0; k < size; k++)
        {
            Turn(ref a[(p * size) + k], ref a[(q * size) + k], cos, sin);
        }
    }

    static void Turn(ref double x, ref double y, double cos, double sin) => (x, y) = ((cos * x) - (sin * y), (sin * x) + (cos * y));
}
