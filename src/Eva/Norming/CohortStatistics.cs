using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Norming;

/// <summary>Computes what a norm tells. Pure: the same cohort gives the same figures.</summary>
public static class CohortStatistics
{
    public const double Bin = 0.5;

    // Each person of a fixed form answered it; some left a question by accident.
    const double CommonShare = 0.9;
    const int FewestItems = 5;
    const int FewestOfItem = 30;

    static readonly AbilityEstimator Likeliest = new() { Method = AbilityMethod.MaximumLikelihood };

    public static NormStatistics Of(Cohort cohort)
    {
        ArgumentNullException.ThrowIfNull(cohort);
        if (cohort.IsMasked)
        {
            throw new InvalidOperationException("A small cohort has no statistics: it is masked.");
        }

        // In an order of their own, so that sums do not depend on the database's.
        var people = cohort.People.OrderBy(p => p.Value).ThenBy(p => p.StandardError).ThenBy(p => p.Answers.Count).ToList();
        var (mean, errors) = (people.Average(p => p.Value), people.Average(p => p.StandardError * p.StandardError));
        var variance = people.Average(p => (p.Value - mean) * (p.Value - mean));
        var from = Math.Floor(people[0].Value / Bin) * Bin;
        var counts = new int[(int)Math.Floor((people[^1].Value - from) / Bin) + 1];
        people.ForEach(p => counts[(int)Math.Floor((p.Value - from) / Bin)]++);
        var form = Form(people);
        return new()
        {
            Persons = people.Count,
            LeftByEffort = cohort.LeftByEffort,
            Mean = mean,
            StandardDeviation = Math.Sqrt(variance),
            MeanStandardError = Math.Sqrt(errors),
            HistogramFrom = from,
            Histogram = counts,
            Latent = LatentFit.Of(people.Select(p => (p.Value, p.StandardError))),
            MarginalReliability = variance > 0 ? variance / (variance + errors) : null,
            Form = form is null ? null : Reliability(form.Value.Answers),
            Items = Fit(people),
            Dif = DifStudies.Of(form),
            Modes = [.. people.CountBy(p => p.InputMode ?? "", StringComparer.Ordinal).OrderByDescending(m => m.Value).ThenBy(m => m.Key, StringComparer.Ordinal).Select(m => new ModeCount(m.Key, m.Value))],
        };
    }

    /// <summary>The items that nearly everybody met, and the people who met them all; null when there is no such form.</summary>
    static (ResponseMatrix Answers, IReadOnlyList<CohortPerson> People)? Form(List<CohortPerson> people)
    {
        var common = people.SelectMany(p => p.Answers).CountBy(a => a.Item, StringComparer.Ordinal).Where(i => i.Value >= CommonShare * people.Count).Select(i => i.Key).Order(StringComparer.Ordinal).ToImmutableArray();
        if (common.Length < FewestItems)
        {
            return null;
        }

        var whole = people.Where(p => common.All(item => p.Answers.Any(a => string.Equals(a.Item, item, StringComparison.Ordinal)))).ToList();
        var scores = whole.SelectMany(p => common.Select(item => (sbyte)p.Answers.First(a => string.Equals(a.Item, item, StringComparison.Ordinal)).Score)).ToArray();
        return whole.Count < Cohort.Least ? null : (new(common, scores), whole);
    }

    static FormReliability? Reliability(ResponseMatrix answers) => InternalConsistency.Of(answers) is { Alpha: { } alpha, AlphaLow: { } low, AlphaHigh: { } high } read
        ? new(read.Persons, read.Items, alpha, low, high, read.OmegaTotal)
        : null;

    static List<ItemFitLine> Fit(List<CohortPerson> people)
    {
        var items = people.SelectMany(p => p.Answers).GroupBy(a => a.Item, StringComparer.Ordinal).Where(i => i.Count() >= FewestOfItem).OrderBy(i => i.Key, StringComparer.Ordinal).ToList();
        if (items.Count == 0)
        {
            return [];
        }

        var places = items.Index().ToDictionary(i => i.Item.Key, i => i.Index, StringComparer.Ordinal);
        var scores = new sbyte[people.Count * items.Count];
        Array.Fill(scores, ResponseMatrix.Missing);
        foreach (var (row, person) in people.Index())
        {
            foreach (var answer in person.Answers.Where(a => places.ContainsKey(a.Item)))
            {
                scores[(row * items.Count) + places[answer.Item]] = (sbyte)answer.Score;
            }
        }

        // Maximum likelihood, as is customary: drawn-in abilities would lower the mean squares. All right or all wrong has no finite ability.
        double?[] abilities = [.. people.Select(p => p.Answers.Count > 0 && Likeliest.Estimate([.. p.Answers.Select(a => new Response(a.Model, a.Score))]) is { AtBound: false } known ? known.Ability : (double?)null)];
        var squares = ItemMeanSquares.Of([.. items.Select(i => i.First().Model)], new([.. items.Select(i => i.Key)], scores), abilities);
        return [.. items.Zip(squares).Where(i => i.Second is not null).Select(i => Line(i.First, i.Second!))];
    }

    static ItemFitLine Line(IGrouping<string, CohortAnswer> answers, ItemMeanSquares squares) =>
        new(answers.Key, answers.Count(), answers.Average(a => a.Score) / answers.First().Model.MaxScore, squares.Infit, squares.Outfit, squares.InfitZ, squares.OutfitZ);
}
