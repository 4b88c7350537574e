using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Fit of one item: its scores among people of the same total score, against those the model expects (S-X²).</summary>
public sealed record ItemScoreFit
{
    ItemScoreFit()
    {
    }

    /// <summary>Name of the item.</summary>
    public required string Item { get; init; }

    /// <summary>S-X² with its degrees of freedom; null when <see cref="Gap"/> says why.</summary>
    public FitTest? Test { get; private init; }

    /// <summary>Misfit for each degree of freedom, √(max(0, S-X² - df) / (N df)); null without a test.</summary>
    public double? Rmsea { get; private init; }

    /// <summary>The cells compared, after collapsing, by total score then by score: observed against expected, to draw the item's curve.</summary>
    public ImmutableArray<ScoreCell> Cells { get; private init; } = [];

    /// <summary>Why there is no test; null when there is one.</summary>
    public FitGap? Gap { get; private init; }

    /// <summary>The fit of each item (Orlando &amp; Thissen, 2000, Applied Psychological Measurement 24, 50-64; several scores: Kang &amp; Chen, 2008,
    /// Journal of Educational Measurement 45, 391-406, eq. 3). Totals that leave an item no choice are left out: those under its highest score, and
    /// as many at the top. Where too few people are expected, groups of neighbouring totals are merged from both ends towards the middle until
    /// each has two scores that expect enough, then rare scores with their smaller neighbour. Degrees of freedom are the cells
    /// less one for each group, less the item's parameters.</summary>
    /// <param name="items">Calibrated items, one for each column.</param>
    /// <param name="prior">Distribution of the abilities.</param>
    /// <param name="data">The answers, complete.</param>
    /// <param name="parameters">For each item, how many of its parameters were estimated from these answers, at least 0.</param>
    /// <param name="minimum">The fewest people a cell may expect, above 0; default 1.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <returns>One fit for each item, in order.</returns>
    /// <exception cref="ArgumentException">The items do not describe the columns, or the numbers of parameters the items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number of parameters is negative, or the minimum is not above 0.</exception>
    /// <exception cref="OperationCanceledException">The computation was stopped.</exception>
    public static ImmutableArray<ItemScoreFit> Of(
        IReadOnlyList<ItemModel> items,
        Quadrature prior,
        ResponseMatrix data,
        IReadOnlyList<int> parameters,
        double minimum = 1,
        CancellationToken cancellation = default)
    {
        ItemColumns.Check(items, data);
        ArgumentNullException.ThrowIfNull(prior);
        ArgumentNullException.ThrowIfNull(parameters);
        Require.AtLeast(double.Epsilon, minimum);
        if (parameters.Count != items.Count)
        {
            throw new ArgumentException("There is one number of parameters for each item.", nameof(parameters));
        }

        foreach (var count in parameters)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(count, nameof(parameters));
        }

        if (data.Persons == 0 || !data.IsComplete)
        {
            var gap = data.Persons == 0 ? FitGap.NoPeople : FitGap.MissingAnswers;
            return [.. data.ItemNames.Select(name => new ItemScoreFit { Item = name, Gap = gap })];
        }

        var shares = ExpectedScoreShares.Of(items, prior, cancellation);
        var totals = Enumerable.Range(0, data.Persons).Select(person => Total(data.Row(person))).ToArray();
        return [.. items.Select((item, i) => One(data, i, item.MaxScore, totals, shares[i], parameters[i], minimum))];
    }

    static ItemScoreFit One(ResponseMatrix data, int item, int maxScore, int[] totals, double[][] shares, int parameters, double minimum)
    {
        var seen = shares.Select(row => new int[row.Length]).ToArray();
        for (var person = 0; person < totals.Length; person++)
        {
            seen[totals[person]][data[person, item]]++;
        }

        var rows = from total in Enumerable.Range(0, shares.Length)
                   let people = seen[total].Sum()
                   where total >= maxScore && total < shares.Length - maxScore && people > 0
                   select shares[total].Select((share, k) => new ScoreCell((total, total), (k, k), seen[total][k], people * share)).ToArray();
        var groups = ScoreTable.Collapsed(rows, minimum);
        var degrees = groups.Sum(group => group.Length - 1) - parameters;
        var test = degrees < 1 ? null : FitTest.Of(groups.Sum(group => group.Sum(cell => cell.Contribution)), degrees);
        return new()
        {
            Item = data.ItemNames[item],
            Test = test,
            Rmsea = test is null ? null : ApproximationError.Of(test, data.Persons),
            Cells = [.. groups.SelectMany(group => group)],
            Gap = test is null ? FitGap.NoDegreesOfFreedom : null,
        };
    }

    static int Total(ReadOnlySpan<sbyte> row)
    {
        var sum = 0;
        foreach (var score in row)
        {
            sum += score;
        }

        return sum;
    }
}
