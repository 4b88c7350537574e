using System.Collections.Frozen;

namespace Beffroi.Eva.Scoring;

/// <summary>The tables of the diagnostic published as the public service Eva's source code, frozen there in October-November 2020 with two decimals
/// (numeracy cuts changed in August 2021); read in its snapshot of July 2026. Raw scores are right answers per second.</summary>
public sealed record HistoriqueNorms
{
    const string Published = "Code source public d’Eva (règles d’octobre-novembre 2020, seuils de numératie d’août 2021), lu en juillet 2026";

    public static HistoriqueNorms Of2020 { get; } = new()
    {
        Version = "historique-2020-11",
        Raw = new Dictionary<(Situation, Skill), Norm>
        {
            [(Situation.Livraison, Skill.Ccf)] = new(0.71, 0.23),
            [(Situation.Livraison, Skill.SyntaxeOrthographe)] = new(0.49, 0.24),
            [(Situation.Livraison, Skill.Numeratie)] = new(0.09, 0.04),
            [(Situation.ObjetsTrouves, Skill.Ccf)] = new(0.28, 0.09),
            [(Situation.ObjetsTrouves, Skill.Numeratie)] = new(0.09, 0.04),
            [(Situation.ObjetsTrouves, Skill.Memorisation)] = new(0.22, 0.11),
            [(Situation.Maintenance, Skill.Ccf)] = new(425.04, 245.78),
        }.ToFrozenDictionary(),
        Skills = new Dictionary<Skill, Norm>
        {
            [Skill.Ccf] = new(0.16, 0.61),
            [Skill.SyntaxeOrthographe] = new(0.09, 0.83),
            [Skill.Memorisation] = new(0.23, 0.93),
            [Skill.Numeratie] = new(0, 1),
        }.ToFrozenDictionary(),
        Litteratie = new(0.16, 0.65),
        Numeratie = new(0, 1),
        Cefr = new([-3.55, -1.33, -0.4], 0, Published),
        Cenf = new([-1.64, -1, 0], 0, Published),
        AnlciLitteratie = new([-4.1, -3.18, -2.25, -1.33, -0.4], 0, Published),
        AnlciNumeratie = new([-1.68, -1, -0.33, 0.35, 1.02], 0, Published),
    };

    public required string Version { get; init; }

    /// <summary>Level 3: raw scores of a skill in a situation.</summary>
    public required FrozenDictionary<(Situation Situation, Skill Skill), Norm> Raw { get; init; }

    /// <summary>Level 2: means of standard scores over the situations.</summary>
    public required FrozenDictionary<Skill, Norm> Skills { get; init; }

    /// <summary>Level 1.</summary>
    public required Norm Litteratie { get; init; }

    public required Norm Numeratie { get; init; }

    public required Cuts<Cefr> Cefr { get; init; }

    public required Cuts<Cenf> Cenf { get; init; }

    public required Cuts<Anlci> AnlciLitteratie { get; init; }

    public required Cuts<Anlci> AnlciNumeratie { get; init; }
}
