using System.Collections.Immutable;

namespace Beffroi.Psychometrics;

/// <summary>A calibration made ready: the answers gathered, each item with its curve, its start and what moves.</summary>
sealed class CalibrationDesign
{
    readonly ResponseMatrix _matrix;
    readonly ItemFamily[] _families;
    readonly int[] _people;

    CalibrationDesign(ResponseMatrix matrix, ItemFamily[] families, int[] people, AnswerBlocks answers, CalibrationState state) =>
        (_matrix, _families, _people, Answers, State) = (matrix, families, people, answers, state);

    public AnswerBlocks Answers { get; }

    public CalibrationState State { get; }

    public int[] MaxScores => [.. State.Items.Select(item => item.Curve.MaxScore)];

    public static CalibrationDesign Of(ResponseMatrix matrix, CalibrationOptions options, ReadOnlySpan<int> groups, double guess)
    {
        RequireKnown(matrix, options);
        var people = Groups(matrix, groups);
        var (kept, keptGroups) = WithAnswers(matrix, groups);
        var families = matrix.ItemNames.Select(name => options.Families.GetValueOrDefault(name, options.Family)).ToArray();
        var slots = Enumerable.Range(0, matrix.Items).Select(i => Slot(kept, i, families[i], options, guess)).ToArray();
        var state = new CalibrationState(Align(slots), [.. people.Select((_, g) => new GroupSlot
        {
            FreeMean = g > 0 || options.Scale is LatentScale.MeanAndSpread,
            FreeSd = g > 0 || options.Scale is not LatentScale.Standard,
        })]);
        foreach (var (g, n) in keptGroups.CountBy(g => g))
        {
            people[g] = n;
        }

        return new(kept, families, people, AnswerBlocks.Of(kept, keptGroups, [.. slots.Select(s => s.Curve.MaxScore)]), state);
    }

    public Calibration Result(CalibrationOptions options, ExpectationMaximisation em, bool converged, int iterations, int points, double[]? covariance) => new()
    {
        Items = [.. State.Items.Select((_, i) => ItemReading.Of(State, i, _families[i], Count(i), covariance ?? []))],
        Groups = [.. State.Groups.Select((_, g) => ItemReading.OfGroup(State, g, _people[g], covariance ?? []))],
        Persons = _matrix.Persons,
        LogLikelihood = em.LogLikelihood,
        Objective = em.LogLikelihood + State.LogPrior(),
        FreeParameters = State.Size,
        Iterations = iterations,
        Converged = converged,
        LargestChange = em.LargestChange,
        QuadraturePoints = points,
        HalfWidth = options.HalfWidth,
        ErrorsMissing = covariance is null ? "The information matrix is not positive definite: the answers do not determine every parameter." : null,
        Covariance = covariance is null ? [] : [.. covariance],
    };

    int Count(int item) => Enumerable.Range(0, _matrix.Persons).Count(person => _matrix[person, item] != ResponseMatrix.Missing);

    // The items that share a slope start from the same one.
    static ItemSlot[] Align(ItemSlot[] slots)
    {
        if (Array.Find(slots, s => s.Tied) is { } first)
        {
            foreach (var slot in slots.Where(s => s.Tied))
            {
                slot.X[0] = first.X[0];
            }
        }

        return slots;
    }

    static ItemSlot Slot(ResponseMatrix matrix, int item, ItemFamily family, CalibrationOptions options, double guess)
    {
        var name = matrix.ItemNames[item];
        var priors = options.PriorsOfItems.GetValueOrDefault(name, options.Priors);
        var anchor = options.Anchors.GetValueOrDefault(name);
        var max = Math.Max(matrix.MaxScores[item], anchor?.MaxScore ?? 1);
        var curve = CurveOf(family, max, anchor is LogisticItem known ? known.LowerAsymptote : options.LowerAsymptote, name);
        if (anchor is not null)
        {
            var fixedX = curve.FromItem(anchor) ?? throw new ArgumentException($"Anchor {name} is not an item of the family {family} with {max + 1} scores.", nameof(options));
            return new() { Name = name, Curve = curve, Priors = ItemPriors.None, X = fixedX, FirstFree = fixedX.Length, Tied = false };
        }

        var frequencies = Frequencies(matrix, item, max);
        RequireInformative(name, frequencies, priors);
        var start = options.Start.TryGetValue(name, out var given) ? curve.FromItem(given) : null;
        var x = start is not null && curve.IsValid(start) ? start : curve.Start(frequencies, guess);
        var slopeFixed = family is ItemFamily.Rasch or ItemFamily.PartialCredit;
        x[0] = slopeFixed ? 1 : x[0];
        return new() { Name = name, Curve = curve, Priors = priors, X = x, FirstFree = slopeFixed || family is ItemFamily.OneParameter ? 1 : 0, Tied = family is ItemFamily.OneParameter };
    }

    static ItemCurve CurveOf(ItemFamily family, int max, double? asymptote, string name) => family switch
    {
        ItemFamily.GradedResponse => new GradedCurve(max),
        ItemFamily.PartialCredit or ItemFamily.GeneralisedPartialCredit => new PartialCreditCurve(max, rightOrWrong: false),
        ItemFamily.ThreeParameter => new GuessingCurve(asymptote, RightOrWrong(max, name)),
        ItemFamily.Rasch or ItemFamily.OneParameter or ItemFamily.TwoParameter => new PartialCreditCurve(RightOrWrong(max, name), rightOrWrong: true),
    };

    static int RightOrWrong(int max, string name) =>
        max == 1 ? 1 : throw new ArgumentException($"Item {name} has scores above 1: a right-or-wrong family does not suit it.", nameof(max));

    static void RequireInformative(string name, double[] frequencies, ItemPriors priors)
    {
        if (frequencies.Sum() == 0)
        {
            throw new ArgumentException($"Item {name} has no answer.", nameof(name));
        }

        if (priors.Difficulty is null && frequencies.AsSpan().Contains(0))
        {
            throw new ArgumentException($"Item {name} has a score that nobody got: its parameters are infinite. Close the scores up, leave the item out, or give its difficulty a prior.", nameof(name));
        }
    }

    static double[] Frequencies(ResponseMatrix matrix, int item, int max)
    {
        var frequencies = new double[max + 1];
        for (var person = 0; person < matrix.Persons; person++)
        {
            if (matrix[person, item] is not ResponseMatrix.Missing and var score)
            {
                frequencies[score]++;
            }
        }

        return frequencies;
    }

    static void RequireKnown(ResponseMatrix matrix, CalibrationOptions options)
    {
        var names = matrix.ItemNames.ToHashSet(StringComparer.Ordinal);
        if (names.Count < matrix.Items)
        {
            throw new ArgumentException("Items have names of their own.", nameof(matrix));
        }

        foreach (var name in options.Families.Keys.Concat(options.PriorsOfItems.Keys).Concat(options.Anchors.Keys).Where(name => !names.Contains(name)))
        {
            throw new ArgumentException($"There is no item {name} among the answers.", nameof(options));
        }
    }

    static int[] Groups(ResponseMatrix matrix, ReadOnlySpan<int> groups)
    {
        if (groups.Length != 0 && groups.Length != matrix.Persons)
        {
            throw new ArgumentException("There is one group for each person.", nameof(groups));
        }

        var count = 1;
        foreach (var group in groups)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(group, nameof(groups));
            count = Math.Max(count, group + 1);
        }

        var people = new int[count];
        foreach (var group in groups)
        {
            people[group]++;
        }

        return groups.Length > 0 && people.AsSpan().Contains(0) ? throw new ArgumentException("Groups are numbered from 0 without gaps.", nameof(groups)) : people;
    }

    static (ResponseMatrix Kept, int[] Groups) WithAnswers(ResponseMatrix matrix, ReadOnlySpan<int> groups)
    {
        var (scores, kept) = (new List<sbyte>(matrix.Persons * matrix.Items), new List<int>());
        for (var person = 0; person < matrix.Persons; person++)
        {
            if (matrix.Row(person).ContainsAnyExcept(ResponseMatrix.Missing))
            {
                scores.AddRange(matrix.Row(person));
                kept.Add(groups.Length == 0 ? 0 : groups[person]);
            }
        }

        return kept.Count == 0
            ? throw new ArgumentException("Nobody has any answer.", nameof(matrix))
            : (new(matrix.ItemNames, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(scores)), [.. kept]);
    }
}
