namespace Beffroi.Psychometrics;

/// <summary>Products of small dense matrices, stored row after row.</summary>
static class DenseMatrix
{
    /// <summary>A B, for A of rows × inner and B of inner × columns.</summary>
    public static double[] Multiply(ReadOnlySpan<double> a, ReadOnlySpan<double> b, int rows, int inner, int columns)
    {
        var product = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var k = 0; k < inner; k++)
            {
                for (var j = 0; j < columns; j++)
                {
                    product[(i * columns) + j] += a[(i * inner) + k] * b[(k * columns) + j];
                }
            }
        }

        return product;
    }

    /// <summary>Aᵀ, for A of rows × columns.</summary>
    public static double[] Transpose(ReadOnlySpan<double> a, int rows, int columns)
    {
        var transposed = new double[rows * columns];
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                transposed[(j * rows) + i] = a[(i * columns) + j];
            }
        }

        return transposed;
    }

    /// <summary>Aᵀ A, for A of rows × columns.</summary>
    public static double[] Gram(ReadOnlySpan<double> a, int rows, int columns) =>
        Multiply(Transpose(a, rows, columns), a, columns, rows, columns);
}
