namespace Beffroi.Psychometrics;

/// <summary>The M step: each item climbs to the maximum of its expected log-likelihood by Fisher scoring, never down.</summary>
static class MaximisationStep
{
    const int MostRounds = 25;
    const int MostHalvings = 30;

    /// <summary>Moves the free parameters of one item.</summary>
    public static void Item(ItemSlot slot, double[] counts, double[] points, int width)
    {
        var (size, from) = (slot.X.Length, slot.FirstFree);
        var free = size - from;
        if (free == 0)
        {
            return;
        }

        var (gradient, information, trial) = (new double[size], new double[size * size], new double[size]);
        var (block, step) = (new double[free * free], new double[free]);
        var value = slot.Value(slot.X, counts, points, width);
        for (var round = 0; round < MostRounds; round++)
        {
            slot.Slopes(slot.X, counts, points, width, gradient, information);
            for (var i = 0; i < free; i++)
            {
                step[i] = gradient[from + i];
                for (var j = 0; j <= i; j++)
                {
                    block[(i * free) + j] = information[((from + i) * size) + from + j];
                }
            }

            var gain = Solve(block, step);
            if (!(gain > 1e-12) || !Climb(ref value))
            {
                return;
            }
        }

        bool Climb(ref double reached)
        {
            var scale = 1.0;
            for (var halving = 0; halving < MostHalvings; halving++, scale /= 2)
            {
                slot.X.CopyTo(trial, 0);
                for (var i = 0; i < step.Length; i++)
                {
                    trial[from + i] += scale * step[i];
                }

                slot.Curve.Clamp(trial);
                if (slot.Curve.IsValid(trial) && slot.Value(trial, counts, points, width) is var next && next > reached)
                {
                    trial.CopyTo(slot.X, 0);
                    reached = next;
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Turns the gradient into a scoring step; returns what it is expected to gain, or 0 when there is nothing to solve.</summary>
    internal static double Solve(double[] information, double[] gradient)
    {
        var size = gradient.Length;
        var slope = (double[])gradient.Clone();
        // A parameter that the answers hardly speak of still gets a finite step.
        for (var i = 0; i < size; i++)
        {
            information[(i * size) + i] += 1e-9 * (1 + information[(i * size) + i]);
        }

        if (Cholesky.Of(information, size) is not { } factor)
        {
            return 0;
        }

        factor.Solve(gradient);
        var gain = 0.0;
        for (var i = 0; i < size; i++)
        {
            gain += slope[i] * gradient[i];
        }

        return gain;
    }
}
