namespace Beffroi.Ads.Law;

/// <summary>What one condition of a rule answers, why, and what it would need.</summary>
sealed record Answer(Truth Truth, Words Reason, IReadOnlyList<FactKey> Missing)
{
    public static Answer Of(Truth truth, Words yes, Words no, Words unknown, params IEnumerable<FactKey> missing) => truth switch
    {
        Truth.Yes => new(truth, yes, []),
        Truth.No => new(truth, no, []),
        Truth.Unknown => new(truth, unknown, [.. missing]),
    };

    /// <summary>Of something that is or is not, and may not be known.</summary>
    public static Answer Of(Fact<bool> fact, FactKey key, Words yes, Words no, Words unknown) => Of(Truths.Of(fact), yes, no, unknown, key);

    public static Answer ForAPerson(Words why, params IEnumerable<FactKey> missing) => new(Truth.Unknown, why, [.. missing.DefaultIfEmpty(FactKey.Review)]);
}
