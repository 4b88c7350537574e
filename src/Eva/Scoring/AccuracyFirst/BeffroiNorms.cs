using System.Collections.Frozen;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>What the accuracy-first engine takes for granted. All of it is expert judgement until real answers replace it: docs/eva-scoring.md
/// gives each number its reason.</summary>
public sealed record BeffroiNorms
{
    public static BeffroiNorms Expert2026 { get; } = new()
    {
        Version = "beffroi-expert-2026-11",
        Prior = new(0, 1),
        // Means: those of our own item bank by what is measured (November 2026). SDs: 0.6, how far experts' difficulties are from measured ones
        // (design value, calibration plan), with the spread of the bank around its mean: √(0.6² + 0.8²) = 1; words √(0.6² + 0.5²), non-words √(0.6² + 0.25²).
        Questions = new Dictionary<Skill, UncertainItem>
        {
            [Skill.Ccf] = Expert(-0.9, 1),
            [Skill.SyntaxeOrthographe] = Expert(-0.75, 1),
            [Skill.Memorisation] = Expert(-0.8, 1),
            [Skill.Numeratie] = Expert(-0.7, 1),
        }.ToFrozenDictionary(),
        Word = Expert(-2.2, 0.8),
        NonWord = Expert(-1, 0.65),
        LexicalGuess = 0.5,
        LexicalVariance = 1,
        QuestionVariance = 0.3,
        Validity = ValidityNorms.Expert2026,
        Cefr = new([-1.6, -0.8, 0], 0.3, "Proposition d’experts de novembre 2026, sans étude : à remplacer par un échantillon commun Eva × ANLCI"),
        Cenf = new([-1.64, -1, 0], 0.3, "Seuils du moteur historique, repris en logits sur la même population de référence N(0, 1)"),
        AnlciLitteratie = new([-1.80, -1.47, -1.13, -0.8, 0], 0.3, "Seuils CECRL ci-dessus, prolongés par interpolation linéaire des seuils du moteur historique"),
        AnlciNumeratie = new([-1.68, -1, -0.33, 0.35, 1.02], 0.3, "Seuils du moteur historique, repris en logits sur la même population de référence N(0, 1)"),
        ScreeningProbability = 0.25,
        SocleProbability = 2.0 / 3,
        FewItems = 6,
        FewestItems = 3,
        FewestLexicalItems = 20,
    };

    public required string Version { get; init; }

    /// <summary>Abilities of the reference population, in logits, on either scale: this fixes the unit.</summary>
    public required Norm Prior { get; init; }

    /// <summary>Unknown questions, by what they measure.</summary>
    public required FrozenDictionary<Skill, UncertainItem> Questions { get; init; }

    public required UncertainItem Word { get; init; }

    public required UncertainItem NonWord { get; init; }

    /// <summary>Two answers and no « je ne sais pas »: one chance in two.</summary>
    public required double LexicalGuess { get; init; }

    /// <summary>What word recognition has of its own, in logits²: however many words, they weigh at most 1 / variance.</summary>
    public required double LexicalVariance { get; init; }

    /// <summary>What the questions of one skill in one situation share besides the ability, in logits².</summary>
    public required double QuestionVariance { get; init; }

    public required ValidityNorms Validity { get; init; }

    public required Cuts<Cefr> Cefr { get; init; }

    public required Cuts<Cenf> Cenf { get; init; }

    public required Cuts<Anlci> AnlciLitteratie { get; init; }

    public required Cuts<Anlci> AnlciNumeratie { get; init; }

    /// <summary>Probability of the lowest level from which potential illiteracy is flagged: a miss costs three false alarms, 1 / (1 + 3).</summary>
    public required double ScreeningProbability { get; init; }

    /// <summary>Probability of the highest level needed, on each scale, for the socle: a wrong socle costs two missed ones, 2 / (2 + 1).</summary>
    public required double SocleProbability { get; init; }

    /// <summary>Under this number of questions, the scale is flagged.</summary>
    public required int FewItems { get; init; }

    /// <summary>Under this number of questions, there is no scale.</summary>
    public required int FewestItems { get; init; }

    /// <summary>Words needed to situate somebody by them alone.</summary>
    public required int FewestLexicalItems { get; init; }

    public UncertainItem ParametersOf(ScoredAnswer answer)
    {
        var item = answer.Item ?? (answer.IsWord switch { true => Word, false => NonWord, null => Questions[answer.Skill] });
        var guess = answer.GuessChance ?? (answer.Item is null && answer.IsLexical ? LexicalGuess : item.LowerAsymptote);
        return item with { LowerAsymptote = guess };
    }

    // log a ~ N(0.18, 0.30): discriminations around 1.2, nine in ten between 0.7 and 2.
    static UncertainItem Expert(double difficulty, double sd) =>
        new() { Difficulty = difficulty, DifficultySd = sd, LogDiscrimination = 0.18, LogDiscriminationSd = 0.30 };
}
