namespace Beffroi.Psychometrics;

/// <summary>Squared distance between the curves of anchors as a function of the link (log A, B), minimised by the method of Levenberg (1944) and Marquardt (1963).
/// A curve moved to the other scale is the same curve read at (θ - B) / A, or at A θ + B for the way back: this holds for every model of item.</summary>
sealed class CurveDistance(IReadOnlyList<ItemModel> from, IReadOnlyList<ItemModel> to, CurveLinkingOptions options, bool wholeTest)
{
    const int MostSteps = 500;

    /// <summary>The line at the bottom of the valley where <paramref name="start"/> lies, or null when the curves are flat on the way.</summary>
    public ScaleLink? Minimise(ScaleLink start)
    {
        var (logA, b, damping) = (Math.Log(start.Slope), start.Intercept, 1e-3);
        var here = At(logA, b);
        for (var step = 0; step < MostSteps && damping < 1e15; step++)
        {
            if (here.Step(damping) is not var (moveA, moveB))
            {
                return null;
            }

            if (Math.Abs(moveA) + Math.Abs(moveB) < 1e-12)
            {
                break;
            }

            var there = At(logA + moveA, b + moveB);
            if (there.Distance < here.Distance)
            {
                (logA, b, here, damping) = (logA + moveA, b + moveB, there, damping / 10);
            }
            else
            {
                damping *= 10;
            }
        }

        return new(Math.Exp(logA), b, here.Distance);
    }

    NormalEquations At(double logA, double b)
    {
        var (a, equations, grid) = (Math.Exp(logA), default(NormalEquations), options.Abilities);
        for (var k = 0; k < grid.Points.Length; k++)
        {
            var (ability, weight) = (grid.Points[k], Math.Exp(grid.LogWeights[k]));
            var moved = (ability - b) / a;
            Add(ref equations, new(to, ability), new(from, moved), weight, -moved, -1 / a);
            if (options.Symmetric)
            {
                Add(ref equations, new(from, ability), new(to, (a * ability) + b), weight, a * ability, 1);
            }
        }

        return equations;
    }

    // The moved curves are read at a point that slides by slideA with log A and by slideB with B.
    void Add(ref NormalEquations equations, Reading still, Reading moved, double weight, double slideA, double slideB)
    {
        var (gap, slope) = (0.0, 0.0);
        for (var i = 0; i < from.Count; i++)
        {
            var (p, _) = still.Curves(i);
            var (q, first) = moved.Curves(i);
            for (var score = p.Length == 2 ? 1 : 0; score < p.Length; score++)
            {
                if (wholeTest)
                {
                    gap += score * (p[score] - q[score]);
                    slope -= score * first[score];
                }
                else
                {
                    equations = equations.With(weight, p[score] - q[score], -first[score] * slideA, -first[score] * slideB);
                }
            }
        }

        if (wholeTest)
        {
            equations = equations.With(weight, gap, slope * slideA, slope * slideB);
        }
    }

    readonly record struct Reading(IReadOnlyList<ItemModel> Items, double Ability)
    {
        public (double[] Probabilities, double[] First) Curves(int at)
        {
            var item = Items[at];
            var (p, first) = (new double[item.MaxScore + 1], new double[item.MaxScore + 1]);
            Span<double> second = stackalloc double[item.MaxScore + 1];
            item.Derivatives(Ability, p, first, second);
            return (p, first);
        }
    }
}
