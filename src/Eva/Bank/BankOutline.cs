using Beffroi.Eva.Contracts;
using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Bank;

/// <summary>On which scale a skill is reported.</summary>
public enum BankScale
{
    Literacy,
    Numeracy,
}

/// <summary>What a situation asks of its bank, whatever the items: its skills, the families of its code book, the counts of its published rules.</summary>
public sealed record BankOutline
{
    static readonly Dictionary<string, BankScale> Reading = Scales(BankScale.Literacy, "lecture", "comprehension", "production");
    static readonly Dictionary<string, BankScale> Numbers = Scales(BankScale.Numeracy, "nombres", "calcul", "problemes", "temps-mesures", "espace", "donnees");

    public required string Situation { get; init; }
    public required string Label { get; init; }

    /// <summary>Technical names of what its items measure.</summary>
    public required IReadOnlyDictionary<string, BankScale> Skills { get; init; }

    /// <summary>Positioning only: every family is to be filled.</summary>
    public IReadOnlyList<ItemFamily> Families { get; init; } = [];

    /// <summary>Diagnostic only: how many items of each skill the published rules count.</summary>
    public IReadOnlyDictionary<string, int> Counts { get; init; } = new Dictionary<string, int>(StringComparer.Ordinal);

    public bool HasWriting { get; init; }

    public bool IsPositioning => Families.Count > 0;

    public static IReadOnlyList<BankOutline> All { get; } =
    [
        new()
        {
            Situation = ParcoursPlan.Livraison,
            Label = "La tournée de livraison",
            Skills = Diagnostic(Skill.Ccf, Skill.SyntaxeOrthographe, Skill.Numeratie),
            Counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["ccf"] = 9, ["syntaxe-orthographe"] = 7, ["numeratie"] = 3 },
            HasWriting = true,
        },
        new()
        {
            Situation = ObjetsTrouvesRules.Technical,
            Label = "Les objets trouvés",
            Skills = Diagnostic(Skill.Ccf, Skill.Numeratie, Skill.Memorisation),
            Counts = new Dictionary<string, int>(StringComparer.Ordinal) { ["ccf"] = 5, ["numeratie"] = 4, ["memorisation"] = 3 },
        },
        new() { Situation = CafeCodebook.Situation, Label = "Le café de la place", Skills = Reading, Families = CafeCodebook.Families },
        new()
        {
            Situation = MarcheCodebook.Situation,
            Label = "La place du marché",
            Skills = Numbers,
            Families = [.. MarcheCodebook.Families.SelectMany(f => f.CatchUp is { } again ? new[] { f.Principal, again } : [f.Principal])],
        },
    ];

    public static BankOutline? Find(string situation) => All.FirstOrDefault(o => string.Equals(o.Situation, situation, StringComparison.Ordinal));

    /// <summary>The family of the code book that an item bears the id of; null for an item of ours beside it.</summary>
    public ItemFamily? FamilyOf(string id) => Families.FirstOrDefault(f => f.Ids.Contains(id, StringComparer.Ordinal));

    public BankScale? ScaleOf(BankItem item) => item.Skill is { } skill && Skills.TryGetValue(skill, out var scale) ? scale : null;

    public static IReadOnlyList<string> Levels(BankScale scale) => scale switch
    {
        BankScale.Literacy => TechnicalName.All<Cefr>(),
        BankScale.Numeracy => TechnicalName.All<Cenf>(),
    };

    /// <summary>The places of the scale that an item should help to tell apart, with the framework that they come from.</summary>
    public static IReadOnlyList<(string Framework, double Cut)> Cuts(BankScale scale)
    {
        var norms = Norms.Current.Beffroi;
        return scale switch
        {
            BankScale.Literacy => [.. norms.Cefr.Values.Select(c => ("CECRL", c)), .. norms.AnlciLitteratie.Values.Select(c => ("ANLCI", c))],
            BankScale.Numeracy => [.. norms.Cenf.Values.Select(c => ("CENF", c)), .. norms.AnlciNumeratie.Values.Select(c => ("ANLCI", c))],
        };
    }

    static Dictionary<string, BankScale> Scales(BankScale scale, params string[] skills) => skills.ToDictionary(s => s, _ => scale, StringComparer.Ordinal);

    static Dictionary<string, BankScale> Diagnostic(params Skill[] skills) =>
        skills.ToDictionary(TechnicalName.Of, s => s is Skill.Numeratie ? BankScale.Numeracy : BankScale.Literacy, StringComparer.Ordinal);
}
