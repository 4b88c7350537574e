using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>Two groups calibrated together, some items split into one column for each group.</summary>
sealed class DifDesign
{
    // A name that no column can have by itself: a column name is one line of a file.
    const string Mark = "\nfocal";

    readonly ResponseMatrix _answers;
    readonly int[] _groups;
    readonly CalibrationOptions _options;

    public DifDesign(ResponseMatrix answers, IReadOnlyList<bool> focal, CalibrationOptions options)
    {
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(focal);
        ArgumentNullException.ThrowIfNull(options);
        if (focal.Count != answers.Persons || !focal.Contains(true) || !focal.Contains(false))
        {
            throw new ArgumentException("Each person is in the focal or in the reference group, and neither is empty.", nameof(focal));
        }

        (_answers, _groups, _options) = (answers, [.. focal.Select(f => f ? 1 : 0)], options with { StandardErrors = false });
    }

    public ImmutableArray<string> Known(ImmutableArray<string> studied)
    {
        if (studied.IsDefaultOrEmpty)
        {
            return _answers.ItemNames;
        }

        var unknown = studied.FirstOrDefault(name => !_answers.ItemNames.Contains(name, StringComparer.Ordinal));
        return unknown is null ? studied : throw new ArgumentException($"There is no item {unknown} among the answers.", nameof(studied));
    }

    public Calibration Calibrate(ImmutableArray<string> split, Calibration? near, CancellationToken ct)
    {
        var columns = _answers.ItemNames.SelectMany((name, i) => split.Contains(name, StringComparer.Ordinal)
            ? new[] { (Name: name, Item: i, Group: 0), (Name: name + Mark, Item: i, Group: 1) }
            : [(Name: name, Item: i, Group: -1)]).ToArray();
        var scores = new sbyte[columns.Length * _answers.Persons];
        for (var person = 0; person < _answers.Persons; person++)
        {
            for (var c = 0; c < columns.Length; c++)
            {
                var (_, item, group) = columns[c];
                scores[(person * columns.Length) + c] = group < 0 || group == _groups[person] ? _answers[person, item] : ResponseMatrix.Missing;
            }
        }

        var start = near?.Items.ToImmutableDictionary(i => i.Name, i => i.Item, StringComparer.Ordinal) ?? _options.Start;
        foreach (var name in split.Where(name => start.ContainsKey(name) && !start.ContainsKey(name + Mark)))
        {
            start = start.Add(name + Mark, start[name]);
        }

        return Calibrator.Run(new([.. columns.Select(c => c.Name)], scores), _options with
        {
            Start = start,
            Families = Doubled(_options.Families, split),
            PriorsOfItems = Doubled(_options.PriorsOfItems, split),
            Anchors = Doubled(_options.Anchors, split),
        }, _groups, ct: ct);
    }

    public static LikelihoodRatioItem Compare(string name, Calibration free, Calibration equal)
    {
        ItemModel Named(string wanted) => free.Items.Single(i => string.Equals(i.Name, wanted, StringComparison.Ordinal)).Item;
        var (reference, focal) = (Named(name), Named(name + Mark));
        var (signed, unsigned) = (0.0, 0.0);
        var abilities = free.Prior(1);
        for (var q = 0; q < abilities.Points.Length; q++)
        {
            var difference = Math.Exp(abilities.LogWeights[q]) * (focal.ExpectedScore(abilities.Points[q]) - reference.ExpectedScore(abilities.Points[q]));
            signed += difference;
            unsigned += Math.Abs(difference);
        }

        return new()
        {
            Name = name,
            Statistic = 2 * (free.LogLikelihood - equal.LogLikelihood),
            Degrees = free.FreeParameters - equal.FreeParameters,
            Reference = reference,
            Focal = focal,
            SignedDifference = signed,
            UnsignedDifference = unsigned,
            Converged = free.Converged && equal.Converged,
        };
    }

    static ImmutableDictionary<string, T> Doubled<T>(ImmutableDictionary<string, T> known, ImmutableArray<string> split) =>
        known.AddRange(split.Where(known.ContainsKey).Select(name => KeyValuePair.Create(name + Mark, known[name])));
}
