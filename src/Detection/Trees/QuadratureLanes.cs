using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Beffroi.Detection;

/// <summary>Four points of a Gauss-Legendre rule on (0, 1).</summary>
[StructLayout(LayoutKind.Auto)]
readonly struct QuadratureLanes
{
    public required Vector256<double> Point { get; init; }

    /// <summary>1 − <see cref="Point"/>.</summary>
    public required Vector256<double> Rest { get; init; }

    public required Vector256<double> Weight { get; init; }

    /// <summary>The rule of 4 · <paramref name="groups"/> points: exact for polynomials of degree 8 · groups − 1.</summary>
    public static QuadratureLanes[] Of(int groups)
    {
        var (points, weights) = Rule(4 * groups);
        var lanes = new QuadratureLanes[groups];
        for (var g = 0; g < groups; g++)
        {
            var point = Vector256.Create<double>(points.AsSpan(4 * g, 4));
            lanes[g] = new() { Point = point, Rest = Vector256<double>.One - point, Weight = Vector256.Create<double>(weights.AsSpan(4 * g, 4)) };
        }

        return lanes;
    }

    /// <summary>Zeros of the Legendre polynomial by Newton's method (Abramowitz and Stegun, 1964, 25.4.29), brought to (0, 1).</summary>
    static (double[] Points, double[] Weights) Rule(int n)
    {
        var (points, weights) = (new double[n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            var x = Math.Cos(Math.PI * (i + 0.75) / (n + 0.5));
            var slope = 0.0;
            for (var step = 0; step < 100; step++)
            {
                var (last, value) = (1.0, x);
                for (var k = 2; k <= n; k++)
                {
                    (last, value) = (value, ((((2 * k) - 1) * x * value) - ((k - 1) * last)) / k);
                }

                slope = n * ((x * value) - last) / ((x * x) - 1);
                var move = value / slope;
                x -= move;
                if (Math.Abs(move) < 1e-16)
                {
                    break;
                }
            }

            points[i] = (1 + x) / 2;
            weights[i] = 1 / ((1 - (x * x)) * slope * slope);
        }

        return (points, weights);
    }
}
