using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Beffroi.Psychometrics;

/// <summary>Sums over the grid, four points at a time, in a fixed order.</summary>
static class GridSums
{
    public static void Weigh(GridWeight weight, AbilityTrack track, Span<double> weights)
    {
        switch (weight)
        {
            case GridWeight.Posterior:
                track.Weights.CopyTo(weights);
                break;
            case GridWeight.Likelihood:
                track.Likelihood(weights);
                break;
        }
    }

    public static double Dot(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        var left = MemoryMarshal.Cast<double, Vector256<double>>(x);
        var right = MemoryMarshal.Cast<double, Vector256<double>>(y);
        var sum = Vector256<double>.Zero;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum[0] + sum[1] + (sum[2] + sum[3]);
    }
}
