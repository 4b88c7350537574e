namespace Beffroi.Chat.Cases;

/// <summary>
/// The criteria of one organisation on one case. Its own last word stands; where it has said nothing, the last word of another does.
/// For the convention (no organisation), the last word of those who lead the case stands, and before they have spoken that of anybody. All words stay to be read.
/// </summary>
public sealed record CriteriaSheet
{
    public required CriteriaSet Set { get; init; }
    public required IReadOnlyList<CriterionLine> Lines { get; init; }

    /// <summary>Qualified exactly when every required criterion is a yes.</summary>
    public bool IsQualified => Lines.Where(l => l.Definition.Required).All(l => l.Stand is Stand.Yes);

    /// <summary>One required criterion that is a no is enough to say that it will not be, unless somebody changes their mind.</summary>
    public bool IsRefuted => Lines.Any(l => l.Definition.Required && l.Stand is Stand.No);

    /// <summary>What is still to be judged.</summary>
    public IEnumerable<CriterionLine> Open => Lines.Where(l => l.Stand is Stand.Unknown);

    public static CriteriaSheet Of(CaseState state, CriteriaSet set) => Of(state.Assessments, set, CaseLeading.PartnersOf(state));

    /// <param name="partners"><see cref="CaseLeading.PartnersOf"/>; null: all count alike.</param>
    public static CriteriaSheet Of(IReadOnlyList<Stated<CriterionAssessed>> assessments, CriteriaSet set, IReadOnlySet<Guid>? partners = null) => new()
    {
        Set = set,
        Lines = [.. set.Criteria.Select(c => Line(c, [.. assessments.Where(a => string.Equals(a.Fact.Criterion, c.Key, StringComparison.Ordinal))], set.Organisation, partners))],
    };

    static CriterionLine Line(CriterionDefinition definition, IReadOnlyList<Stated<CriterionAssessed>> said, Guid? organisation, IReadOnlySet<Guid>? partners)
    {
        var own = organisation is null ? null : said.LastOrDefault(a => a.Author.Organisation == organisation);
        var leading = partners is null ? null : said.LastOrDefault(a => a.Author.Organisation is { } by && partners.Contains(by));
        var stands = own ?? leading ?? (said.Count == 0 ? null : said[^1]);
        return new() { Definition = definition, Stands = stands, Said = said };
    }
}

public sealed record CriterionLine
{
    public required CriterionDefinition Definition { get; init; }

    /// <summary>The word that counts; null when nobody has spoken.</summary>
    public required Stated<CriterionAssessed>? Stands { get; init; }

    /// <summary>All of them, in order.</summary>
    public required IReadOnlyList<Stated<CriterionAssessed>> Said { get; init; }

    public Stand Stand => Stands?.Fact.Stand ?? Stand.Unknown;

    /// <summary>Organisations whose last words differ: something to talk about.</summary>
    public bool IsDisputed => Said
        .GroupBy(a => a.Author.Organisation)
        .Select(g => g.Last().Fact.Stand)
        .Where(s => s is not Stand.Unknown)
        .Distinct()
        .Count() > 1;
}
