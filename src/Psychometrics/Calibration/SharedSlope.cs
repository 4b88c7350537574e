namespace Beffroi.Psychometrics;

/// <summary>The M step of items that share their slope: one scoring step for the slope and all the intercepts together. The information is an
/// arrow, so the intercepts are eliminated item by item (Schur complement) and the cost stays linear in the items.</summary>
static class SharedSlope
{
    const int MostRounds = 25;
    const int MostHalvings = 30;

    public static void Maximise(ItemSlot[] slots, double[][] counts, ReadOnlySpan<double> points, int width)
    {
        var value = Total(slots, [.. slots.Select(s => s.X)], counts, points, width);
        for (var round = 0; round < MostRounds; round++)
        {
            var (steps, gain) = Steps(slots, counts, points, width);
            if (!(gain > 1e-12) || !Climb(slots, steps, counts, points, width, ref value))
            {
                return;
            }
        }
    }

    // For each item the step of (slope, intercepts…): the slope's is the same for all.
    static (double[][] Steps, double Gain) Steps(ItemSlot[] slots, double[][] counts, ReadOnlySpan<double> points, int width)
    {
        var steps = new double[slots.Length][];
        var sides = new double[slots.Length][];
        var (slope, curvature, gain) = (0.0, 1e-9, 0.0);
        for (var s = 0; s < slots.Length; s++)
        {
            var size = slots[s].X.Length;
            var (gradient, information, rest) = (new double[size], new double[size * size], size - 1);
            slots[s].Slopes(slots[s].X, counts[s], points, width, gradient, information);
            var (block, own, side) = (new double[rest * rest], new double[rest], new double[rest]);
            for (var i = 0; i < rest; i++)
            {
                (own[i], side[i]) = (gradient[i + 1], information[(i + 1) * size]);
                for (var j = 0; j <= i; j++)
                {
                    block[(i * rest) + j] = information[((i + 1) * size) + j + 1] + (i == j ? 1e-9 * (1 + information[((i + 1) * size) + i + 1]) : 0);
                }
            }

            if (Cholesky.Of(block, rest) is not { } factor)
            {
                return (steps, 0);
            }

            var (ownGradient, couplings) = ((double[])own.Clone(), (double[])side.Clone());
            factor.Solve(own);
            factor.Solve(side);
            (steps[s], sides[s]) = ([0, .. own], side);
            slope += gradient[0];
            curvature += information[0];
            for (var i = 0; i < rest; i++)
            {
                slope -= couplings[i] * own[i];
                curvature -= couplings[i] * side[i];
                gain += ownGradient[i] * own[i];
            }
        }

        if (!(curvature > 0))
        {
            return (steps, 0);
        }

        var move = slope / curvature;
        for (var s = 0; s < slots.Length; s++)
        {
            steps[s][0] = move;
            for (var i = 0; i < sides[s].Length; i++)
            {
                steps[s][i + 1] -= sides[s][i] * move;
            }
        }

        return (steps, gain + (slope * move));
    }

    static bool Climb(ItemSlot[] slots, double[][] steps, double[][] counts, ReadOnlySpan<double> points, int width, ref double reached)
    {
        var trials = slots.Select(s => new double[s.X.Length]).ToArray();
        var scale = 1.0;
        for (var halving = 0; halving < MostHalvings; halving++, scale /= 2)
        {
            var valid = true;
            for (var s = 0; s < slots.Length; s++)
            {
                for (var i = 0; i < trials[s].Length; i++)
                {
                    trials[s][i] = slots[s].X[i] + (scale * steps[s][i]);
                }

                valid &= slots[s].Curve.IsValid(trials[s]);
            }

            if (valid && Total(slots, trials, counts, points, width) is var next && next > reached)
            {
                for (var s = 0; s < slots.Length; s++)
                {
                    trials[s].CopyTo(slots[s].X, 0);
                }

                reached = next;
                return true;
            }
        }

        return false;
    }

    static double Total(ItemSlot[] slots, double[][] xs, double[][] counts, ReadOnlySpan<double> points, int width)
    {
        var sum = 0.0;
        for (var s = 0; s < slots.Length; s++)
        {
            sum += slots[s].Value(xs[s], counts[s], points, width);
        }

        return sum;
    }
}
