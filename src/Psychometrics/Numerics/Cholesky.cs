namespace Beffroi.Psychometrics;

/// <summary>Factorisation of a symmetric positive definite matrix, A = L Lᵀ, stored row after row.</summary>
sealed class Cholesky
{
    readonly double[] _factor;
    readonly int _size;

    Cholesky(double[] factor, int size) => (_factor, _size) = (factor, size);

    /// <summary>The factorisation, or null when the matrix is not positive definite (to a relative 1e-14).</summary>
    /// <param name="matrix">size × size, row after row; only the lower triangle is read.</param>
    public static Cholesky? Of(ReadOnlySpan<double> matrix, int size)
    {
        var l = matrix[..(size * size)].ToArray();
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[(i * size) + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= l[(i * size) + k] * l[(j * size) + k];
                }

                if (i == j && !(sum > 1e-14 * Math.Abs(matrix[(i * size) + i])))
                {
                    return null;
                }

                l[(i * size) + j] = i == j ? Math.Sqrt(sum) : sum / l[(j * size) + j];
            }
        }

        return new(l, size);
    }

    /// <summary>x such that A x = b, in place.</summary>
    public void Solve(Span<double> vector)
    {
        for (var i = 0; i < _size; i++)
        {
            for (var k = 0; k < i; k++)
            {
                vector[i] -= _factor[(i * _size) + k] * vector[k];
            }

            vector[i] /= _factor[(i * _size) + i];
        }

        for (var i = _size - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < _size; k++)
            {
                vector[i] -= _factor[(k * _size) + i] * vector[k];
            }

            vector[i] /= _factor[(i * _size) + i];
        }
    }

    /// <summary>A⁻¹, row after row.</summary>
    public double[] Inverse()
    {
        var inverse = new double[_size * _size];
        var column = new double[_size];
        for (var j = 0; j < _size; j++)
        {
            Array.Clear(column);
            column[j] = 1;
            Solve(column);
            for (var i = 0; i < _size; i++)
            {
                inverse[(i * _size) + j] = column[i];
            }
        }

        return inverse;
    }
}
