namespace Beffroi.Psychometrics;

/// <summary>EM on a fixed grid, accelerated by SQUAREM (Varadhan &amp; Roland, 2008, Scandinavian Journal of Statistics 35, 335-353, step length S3).
/// An extrapolation is kept only when the objective has not fallen: the likelihood never decreases.</summary>
sealed class ExpectationMaximisation
{
    readonly CalibrationState _state;
    readonly ExpectationStep _expected;
    readonly double[] _points;
    readonly int _width;
    readonly double[][] _curves;
    readonly double[][] _weights;

    public ExpectationMaximisation(CalibrationState state, AnswerBlocks answers, int[] maxScores, double[] points, int threads)
    {
        (_state, _points, _width) = (state, points, BlockTables.Padded(points.Length));
        _expected = new(answers, maxScores, points.Length, state.Groups.Length, threads);
        _curves = [.. maxScores.Select(max => new double[(max + 1) * _width])];
        _weights = [.. state.Groups.Select(_ => new double[_width])];
    }

    /// <summary>Applications of the EM map so far.</summary>
    public int Iterations { get; private set; }

    /// <summary>Largest move of a parameter in the last application.</summary>
    public double LargestChange { get; private set; } = double.PositiveInfinity;

    /// <summary>Log-likelihood at the present state.</summary>
    public double LogLikelihood { get; private set; }

    /// <summary>Climbs until no parameter moves by more than the tolerance, or the iterations are used up.</summary>
    public bool Run(CalibrationOptions options, int used, IProgress<CalibrationProgress>? progress, CancellationToken ct)
    {
        var first = _state.ToVector();
        while (used + Iterations < options.MaxIterations)
        {
            var (second, start) = Map(ct);
            if (Settled(first, second, used, start, options, progress))
            {
                break;
            }

            var (third, reached) = Map(ct);
            if (Settled(second, third, used, reached, options, progress))
            {
                break;
            }

            first = options.Accelerate ? Extrapolate(first, second, third, reached, ct) : third;
        }

        Expect(ct);
        return LargestChange <= options.Tolerance;
    }

    /// <summary>Expected counts at the present state.</summary>
    public ExpectationStep Expect(CancellationToken ct)
    {
        for (var i = 0; i < _curves.Length; i++)
        {
            Fill(_state.Items[i], _curves[i]);
        }

        for (var g = 0; g < _weights.Length; g++)
        {
            _state.Groups[g].LogWeights(_points, _weights[g]);
        }

        LogLikelihood = _expected.Run(_curves, _weights, ct);
        return _expected;
    }

    // One application of the map: where it leads, and the objective where it started.
    (double[] Vector, double Objective) Map(CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var expected = Expect(ct);
        var objective = LogLikelihood + _state.LogPrior();
        _state.Maximise(expected, _points, _width);
        Iterations++;
        return (_state.ToVector(), objective);
    }

    bool Settled(double[] before, double[] after, int used, double objective, CalibrationOptions options, IProgress<CalibrationProgress>? progress)
    {
        LargestChange = 0;
        for (var i = 0; i < before.Length; i++)
        {
            LargestChange = Math.Max(LargestChange, Math.Abs(after[i] - before[i]));
        }

        progress?.Report(new(used + Iterations, objective, LargestChange, _points.Length));
        return LargestChange <= options.Tolerance;
    }

    double[] Extrapolate(double[] first, double[] second, double[] third, double reached, CancellationToken ct)
    {
        var (r2, v2) = (0.0, 0.0);
        for (var i = 0; i < first.Length; i++)
        {
            var (r, v) = (second[i] - first[i], third[i] - (2 * second[i]) + first[i]);
            r2 += r * r;
            v2 += v * v;
        }

        var length = v2 > 0 ? Math.Max(1, Math.Sqrt(r2 / v2)) : 1;
        var trial = new double[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            var (r, v) = (second[i] - first[i], third[i] - (2 * second[i]) + first[i]);
            trial[i] = first[i] + (2 * length * r) + (length * length * v);
        }

        if (length > 1 && _state.TrySet(trial))
        {
            var (next, objective) = Map(ct);
            if (objective >= reached)
            {
                return next;
            }
        }

        _state.TrySet(third);
        return third;
    }

    void Fill(ItemSlot item, double[] curve)
    {
        Span<double> logs = stackalloc double[item.Curve.MaxScore + 1];
        for (var q = 0; q < _points.Length; q++)
        {
            item.Curve.LogProbabilities(item.X, _points[q], logs);
            for (var k = 0; k < logs.Length; k++)
            {
                curve[(k * _width) + q] = logs[k];
            }
        }
    }
}
