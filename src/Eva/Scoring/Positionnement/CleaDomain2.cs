using System.Text.Json.Serialization;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Scoring;

[JsonConverter(typeof(JsonStringEnumConverter<CriterionStatus>))]
public enum CriterionStatus
{
    [JsonStringEnumMemberName("acquis")] Acquis,
    [JsonStringEnumMemberName("non_acquis")] NonAcquis,

    /// <summary>Nothing of it was asked to this person.</summary>
    [JsonStringEnumMemberName("non_evalue")] NonEvalue,

    /// <summary>No item bears on it.</summary>
    [JsonStringEnumMemberName("pas_de_test")] PasDeTest,
}

/// <param name="Percent">0 to 100, rounded; null where nothing bears on it.</param>
public sealed record CleaCriterion(string Code, decimal? Percent, CriterionStatus Status);

/// <param name="Threshold">Per cent from which it is acquired.</param>
public sealed record CleaSubdomain(string Code, decimal Threshold, decimal Percent, CriterionStatus Status, IReadOnlyList<CleaCriterion> Criteria);

/// <summary>The second domain of the CléA reference: reckoning and reasoning, from the numeracy positioning.</summary>
public static class CleaDomain2
{
    static readonly (string Code, decimal Threshold, int Criteria)[] Subdomains = [("2.1", 75, 7), ("2.2", 50, 2), ("2.3", 75, 7), ("2.4", 100, 1), ("2.5", 66, 3)];

    /// <summary>A criterion is judged with the threshold of its sub-domain.</summary>
    public static IReadOnlyList<CleaSubdomain> Of(ItemMarks marks) =>
        [.. from subdomain in Subdomains
            let families = FamiliesOf(subdomain.Code + ".")
            let percent = Percent(families, marks)
            select new CleaSubdomain(
                subdomain.Code,
                subdomain.Threshold,
                percent,
                Status(families, percent, subdomain.Threshold, marks),
                [.. Enumerable.Range(1, subdomain.Criteria).Select(number => Criterion(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{subdomain.Code}.{number}"), subdomain.Threshold, marks))])];

    static CleaCriterion Criterion(string code, decimal threshold, ItemMarks marks)
    {
        var families = FamiliesOf(code);
        if (families.Length == 0)
        {
            return new(code, null, CriterionStatus.PasDeTest);
        }

        var percent = Percent(families, marks);
        return new(code, percent, Status(families, percent, threshold, marks));
    }

    static MarcheFamily[] FamiliesOf(string criterion) => [.. MarcheCodebook.Families.Where(f => f.Criterion.StartsWith(criterion, StringComparison.Ordinal))];

    static CriterionStatus Status(MarcheFamily[] families, decimal percent, decimal threshold, ItemMarks marks) =>
        !families.Any(f => marks.AnsweredAny(f.Principal) || (f.CatchUp is { } again && marks.AnsweredAny(again))) ? CriterionStatus.NonEvalue
        : percent >= threshold ? CriterionStatus.Acquis
        : CriterionStatus.NonAcquis;

    // Every principal item counts, a level that was not reached as 0; of the items to catch up, those that were answered.
    static decimal Percent(MarcheFamily[] families, ItemMarks marks)
    {
        var got = families.Sum(f => marks.Of(f.Principal) + (f.CatchUp is { } again ? marks.Of(again) : 0));
        var most = families.Sum(f => f.Principal.MaxPoints + (f.CatchUp is { } again ? marks.AnsweredIn(again) * again.Points : 0));
        return Math.Round(100 * got / most, MidpointRounding.AwayFromZero);
    }
}
