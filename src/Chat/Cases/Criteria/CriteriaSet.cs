using Beffroi.Kit;

namespace Beffroi.Chat.Cases;

/// <summary>The criteria by which an organisation says what a manipulation is to it. A version never changes: another one follows it.</summary>
public sealed record CriteriaSet
{
    /// <summary>Null for the convention's.</summary>
    public Guid? Organisation { get; init; }

    public required int Version { get; init; }

    /// <summary>1..30, with keys that differ, one required at least.</summary>
    public required IReadOnlyList<CriterionDefinition> Criteria { get; init; }

    public IEnumerable<CriterionDefinition> Required => Criteria.Where(c => c.Required);

    public IReadOnlyList<Fault> Faults() =>
    [
        .. Need.Some(nameof(Criteria), Criteria, least: 1, most: 30),
        .. Criteria.SelectMany(c => (IEnumerable<Fault>)[.. Need.Words(nameof(Criteria), c.French, Need.Title), .. Need.Words(nameof(Criteria), c.English, Need.Title)]),
        .. Criteria.All(c => IsKey(c.Key)) && Criteria.DistinctBy(c => c.Key, StringComparer.Ordinal).Count() == Criteria.Count
            ? Array.Empty<Fault>()
            : [new Fault(nameof(Criteria), "Chaque critère a un nom court à lui\u00A0: lettres minuscules, chiffres et tirets.", "Each criterion has a short name of its own: lower-case letters, digits and hyphens.")],
        .. Required.Any() ? Array.Empty<Fault>() : [new Fault(nameof(Criteria), "Un critère au moins est requis.", "At least one criterion is required.")],
    ];

    static bool IsKey(string key) => key.Length is > 0 and <= 60 && key.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '-');
}

/// <param name="Key">What assessments name.</param>
/// <param name="Required">Without it, nothing is qualified.</param>
public sealed record CriterionDefinition(string Key, string French, string English, bool Required)
{
    public string In(Lang language) => language.Say(French, English);
}

/// <summary>The criteria that everybody shares.</summary>
public static class Convention
{
    public const string Massive = "massive";
    public const string Artificial = "artificial";
    public const string Misleading = "misleading";
    public const string Foreign = "foreign";
    public const string Harmful = "harmful";

    /// <summary>The five of the convention of the programme (article 1, 2020), all required: only they count a manipulation.</summary>
    public static CriteriaSet Five { get; } = new()
    {
        Version = 1,
        Criteria =
        [
            new(Massive, "Diffusion massive", "Massive diffusion", Required: true),
            new(Artificial, "Propagation artificielle", "Artificial propagation", Required: true),
            new(Misleading, "Faux ou trompeur, de façon vérifiable", "Verifiably false or misleading", Required: true),
            new(Foreign, "Origine étrangère", "Foreign origin", Required: true),
            new(Harmful, "Intention de nuire", "Intent to harm", Required: true),
        ],
    };

    /// <summary>The French position of 2020: six, all at once. Offered to organisations as a start.</summary>
    public static CriteriaSet FrenchPosition2020(Guid organisation) => new()
    {
        Organisation = organisation,
        Version = 1,
        Criteria =
        [
            new("intentional", "Intentionnel", "Intentional", Required: true),
            new(Massive, "Massif", "Massive", Required: true),
            new(Artificial, "Artificiel", "Artificial", Required: true),
            new(Misleading, "Faux, trompeur, biaisé ou orienté", "False, misleading, biased or slanted", Required: true),
            new("hostile-purpose", "But politique hostile", "Hostile political purpose", Required: true),
            new(Foreign, "Acteur étranger, étatique ou non", "Foreign actor, a state or not", Required: true),
        ],
    };
}
