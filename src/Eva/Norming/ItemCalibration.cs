using System.Collections.Immutable;
using Beffroi.Eva.Scoring;
using Beffroi.Psychometrics;
using BankItem = Beffroi.Eva.Bank.BankItem;

namespace Beffroi.Eva.Norming;

/// <summary>The items of a bank on one scale, estimated from a cohort's answers and from what experts believe of them.</summary>
/// <param name="Lines">Those that were answered, in the order of the bank.</param>
/// <param name="People">Those who answered one of them.</param>
/// <param name="Mean">Of the cohort's abilities, in logits; 0 when the cohort is the reference.</param>
public sealed record ItemCalibration(IReadOnlyList<CalibratedLine> Lines, int People, double Mean, double StandardDeviation, bool Converged)
{
    /// <summary>log a ~ N(0.18, 0.30), b within 0.6 logit of the expert's: the calibration plan (docs/eva-scoring.md).</summary>
    const double LogDiscrimination = 0.18;
    const double LogDiscriminationSd = 0.30;
    const double ExpertSd = 0.6;

    /// <param name="asked">The items as they are today; an answer to another wording does not count (the caller left it out).</param>
    /// <param name="answers">For each person, the score on each item by its identifier.</param>
    /// <param name="anchors">Items held at what is believed of them, so that the scale stays where it is.</param>
    /// <param name="isReference">The cohort is the reference population, N(0, 1); otherwise its mean and spread are estimated, the experts' beliefs holding the scale.</param>
    /// <exception cref="ArgumentException">Nobody answered, or an anchor is no item.</exception>
    public static ItemCalibration Of(IReadOnlyList<BankItem> asked, IReadOnlyList<IReadOnlyDictionary<string, int>> answers, IReadOnlyCollection<string> anchors, bool isReference, IProgress<CalibrationProgress>? progress, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(asked);
        ArgumentNullException.ThrowIfNull(answers);
        ArgumentNullException.ThrowIfNull(anchors);
        var items = asked.Where(i => answers.Any(a => a.ContainsKey(i.Id))).ToList();
        if (items.Count == 0)
        {
            throw new ArgumentException("aucune réponse à ces questions", nameof(answers));
        }

        if (anchors.FirstOrDefault(a => !items.Exists(i => string.Equals(i.Id, a, StringComparison.Ordinal))) is { } unknown)
        {
            throw new ArgumentException($"{unknown} n’est pas une question à laquelle on a répondu", nameof(anchors));
        }

        var people = answers.Where(a => items.Exists(i => a.ContainsKey(i.Id))).ToList();
        var scores = people.SelectMany(p => items.Select(i => p.TryGetValue(i.Id, out var score) ? (sbyte)score : ResponseMatrix.Missing)).ToArray();
        var found = Calibrator.Run(
            new([.. items.Select(i => i.Id)], scores),
            new()
            {
                Family = ItemFamily.TwoParameter,
                Families = items.Where(i => PositioningDesign.ModelOf(i) is PartialCreditItem).ToImmutableDictionary(i => i.Id, _ => ItemFamily.GeneralisedPartialCredit, StringComparer.Ordinal),
                PriorsOfItems = items.Where(i => !anchors.Contains(i.Id, StringComparer.Ordinal)).ToImmutableDictionary(i => i.Id, Believed, StringComparer.Ordinal),
                Anchors = items.Where(i => anchors.Contains(i.Id, StringComparer.Ordinal)).ToImmutableDictionary(i => i.Id, PositioningDesign.ModelOf, StringComparer.Ordinal),
                Start = items.ToImmutableDictionary(i => i.Id, PositioningDesign.ModelOf, StringComparer.Ordinal),
                Scale = isReference ? LatentScale.Standard : LatentScale.MeanAndSpread,
            },
            progress: progress,
            ct: ct);
        return new([.. items.Zip(found.Items, (item, read) => CalibratedLine.Of(item, read, anchors.Contains(item.Id, StringComparer.Ordinal)))], people.Count, found.Groups[0].Mean, found.Groups[0].StandardDeviation, found.Converged);
    }

    static ItemPriors Believed(BankItem item) => new() { LogDiscrimination = new(LogDiscrimination, LogDiscriminationSd), Difficulty = Difficulty(item) };

    // The steps of a dictated word share one prior: their middle, widened by half of their distance.
    static NormalPrior Difficulty(BankItem item) => PositioningDesign.ModelOf(item) switch
    {
        PartialCreditItem { Steps: [var low, var high] } => new((low + high) / 2, Math.Sqrt((ExpertSd * ExpertSd) + ((high - low) * (high - low) / 4))),
        _ => new(item.Difficulty, ExpertSd),
    };
}

/// <summary>One item, estimated.</summary>
/// <param name="Expert">What the bank says of its difficulty, in logits.</param>
/// <param name="Difficulty">In the terms of the bank: of a dictated word, the middle of its steps and 0.7 (docs/eva-positionnement.md).</param>
public sealed record CalibratedLine(string Item, int Answers, double Discrimination, double? DiscriminationError, ImmutableArray<double> Locations, ImmutableArray<double> Errors, double Expert, double Difficulty, bool IsAnchor)
{
    /// <summary>Further than chance and than the drift that the design tolerates (0.3 logit): to be read again.</summary>
    public bool HasMoved => !IsAnchor && Math.Abs(Difficulty - Expert) > 0.3 && Errors is [var error, ..] && Math.Abs(Difficulty - Expert) > 1.96 * error;

    internal static CalibratedLine Of(BankItem item, CalibratedItem read, bool isAnchor) =>
        new(item.Id, read.Answers, read.Discrimination, read.DiscriminationError, read.Locations, read.LocationErrors, item.Difficulty, read.Locations.Length == 1 ? read.Locations[0] : read.Locations.Average() + OffMiddle(item), isAnchor);

    // From the middle of the steps to the difficulty of the bank.
    static double OffMiddle(BankItem item) => PositioningDesign.ModelOf(item) is PartialCreditItem steps ? item.Difficulty - steps.Steps.Average() : 0;
}
