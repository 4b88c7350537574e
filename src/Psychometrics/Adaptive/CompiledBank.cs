namespace Beffroi.Psychometrics;

/// <summary>A bank made ready for one grid: curves as flat rows on the points of the grid (padded to whole vectors), columns of the logistic items.
/// Immutable once built and shared by all sessions.</summary>
sealed class CompiledBank
{
    // Enough to end any likelihood, far from what would overflow after a whole bank of answers.
    const double LowestLog = -1e9;

    readonly LogisticColumns _columns;
    readonly int[] _others;
    readonly double[] _otherShift;
    readonly int[] _firstRow;
    readonly double[] _logs;
    readonly double[] _probabilities;
    readonly double[] _information;

    public CompiledBank(ItemBank bank, Quadrature grid, double? targetProbability)
    {
        (Bank, Grid) = (bank, grid);
        Stride = LogisticColumns.PaddedLength(grid.Points.Length);
        _columns = new(bank.Items, targetProbability);
        _others = [.. Enumerable.Range(0, bank.Items.Length).Where(i => LogisticColumns.Of(bank.Items[i].Model) is null)];
        _otherShift = [.. bank.Items.Select(item => Shift(item.Model, targetProbability))];
        _firstRow = new int[bank.Items.Length + 1];
        for (var i = 0; i < bank.Items.Length; i++)
        {
            _firstRow[i + 1] = _firstRow[i] + bank.Items[i].Model.MaxScore + 1;
        }

        (_logs, _probabilities) = (new double[_firstRow[^1] * Stride], new double[_firstRow[^1] * Stride]);
        _information = new double[bank.Items.Length * Stride];
        for (var i = 0; i < bank.Items.Length; i++)
        {
            Tabulate(i);
        }
    }

    public ItemBank Bank { get; }

    public Quadrature Grid { get; }

    /// <summary>Length of a row: the points of the grid, and zeros up to a whole vector.</summary>
    public int Stride { get; }

    public int Count => _firstRow.Length - 1;

    public ItemModel Model(int item) => Bank.Items[item].Model;

    /// <summary>log P(score) on the grid.</summary>
    public ReadOnlySpan<double> LogCurve(int item, int score) => _logs.AsSpan((_firstRow[item] + score) * Stride, Stride);

    /// <summary>P(score) on the grid.</summary>
    public ReadOnlySpan<double> Curve(int item, int score) => _probabilities.AsSpan((_firstRow[item] + score) * Stride, Stride);

    /// <summary>Fisher information on the grid.</summary>
    public ReadOnlySpan<double> InformationCurve(int item) => _information.AsSpan(item * Stride, Stride);

    /// <summary>Fisher information of every item at an ability; aimed, it is the criterion of <see cref="MaximumInformation"/> with a target.</summary>
    public void Information(double ability, bool aimed, Span<double> information)
    {
        _columns.Information(ability, aimed, information);
        foreach (var item in _others)
        {
            var at = aimed ? ability - _otherShift[item] : ability;
            information[item] = IsDirect(Model(item)) ? Model(item).Information(at) : Math.Max(0, Interpolate(InformationCurve(item), at));
        }
    }

    /// <summary>Probability of each score of an item at an ability within the grid.</summary>
    public void Probabilities(int item, double ability, Span<double> probabilities)
    {
        var model = Model(item);
        if (IsDirect(model))
        {
            model.Probabilities(ability, probabilities);
            return;
        }

        var total = 0.0;
        for (var score = 0; score <= model.MaxScore; score++)
        {
            probabilities[score] = Math.Exp(Interpolate(LogCurve(item, score), ability));
            total += probabilities[score];
        }

        for (var score = 0; score <= model.MaxScore; score++)
        {
            probabilities[score] /= total;
        }
    }

    /// <summary>Expected share of the highest score.</summary>
    public double ExpectedShare(int item, double ability)
    {
        Span<double> p = stackalloc double[Model(item).MaxScore + 1];
        Probabilities(item, ability, p);
        var sum = 0.0;
        for (var score = 1; score < p.Length; score++)
        {
            sum += score * p[score];
        }

        return sum / (p.Length - 1);
    }

    // Closed curves are computed where they are asked for; an averaged one, which costs 143 of them, is read from its table.
    static bool IsDirect(ItemModel model) => model is LogisticItem or GradedItem or PartialCreditItem;

    // How far below the ability the information is read, so that the most informative item is one passed with the target probability.
    static double Shift(ItemModel model, double? target)
    {
        var a = model switch
        {
            GradedItem item => item.Discrimination,
            PartialCreditItem item => item.Discrimination,
            UncertainItem item => Math.Exp(item.LogDiscrimination),
            _ => 0,
        };
        return target is { } p && Math.Abs(a) > 1e-6 ? LogisticColumns.Logit(p) / a : 0;
    }

    void Tabulate(int item)
    {
        var model = Model(item);
        var points = Grid.Points.AsSpan();
        for (var score = 0; score <= model.MaxScore; score++)
        {
            var start = (_firstRow[item] + score) * Stride;
            var logs = _logs.AsSpan(start, points.Length);
            model.LogCurve(score, points, logs);
            for (var k = 0; k < points.Length; k++)
            {
                logs[k] = Math.Max(logs[k], LowestLog);
                _probabilities[start + k] = Math.Exp(logs[k]);
            }
        }

        for (var k = 0; k < points.Length; k++)
        {
            _information[(item * Stride) + k] = model.Information(points[k]);
        }
    }

    // Lagrange's cubic through the four points around: its error is of the order of the step to the fourth.
    double Interpolate(ReadOnlySpan<double> row, double ability)
    {
        var t = Math.Clamp((ability - Grid.Points[0]) / Grid.Step, 0, Grid.Points.Length - 1);
        var k = Math.Clamp((int)t, 1, Grid.Points.Length - 3);
        var u = t - k;
        return (row[k - 1] * -u * (u - 1) * (u - 2) / 6) + (row[k] * (u + 1) * (u - 1) * (u - 2) / 2)
            - (row[k + 1] * (u + 1) * u * (u - 2) / 2) + (row[k + 2] * (u + 1) * u * (u - 1) / 6);
    }
}
