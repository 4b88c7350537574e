using System.Collections.Immutable;
using Beffroi.Psychometrics;

namespace Beffroi.Cli.Psychometrics.Banks;

/// <summary>The parameters of an item as a file gives them; null or empty when it does not.</summary>
sealed record ItemDescription
{
    public static readonly IReadOnlyList<string> Models = ["rasch", "1pl", "2pl", "3pl", "4pl", "grm", "gpcm", "pcm"];

    static readonly string[] WithThresholds = ["grm", "gpcm", "pcm"];

    public required string Name { get; init; }

    /// <summary>Null: logistic, with the parameters that are given.</summary>
    public string? Model { get; init; }

    public double? A { get; init; }

    public double? B { get; init; }

    public double? C { get; init; }

    public double? D { get; init; }

    public ImmutableArray<double> Thresholds { get; init; } = [];

    /// <summary>Null: 0, 1, 2….</summary>
    public ImmutableArray<int>? Scores { get; init; }

    /// <summary>The item, or what is wrong with it.</summary>
    public (BankedItem? Item, string? Problem) Read()
    {
        var name = Model ?? (Thresholds.Length > 0 ? "" : D is not (null or 1) ? "4pl" : C is not (null or 0) ? "3pl" : A is not (null or 1) ? "2pl" : "rasch");
        var problem = name.Length == 0 ? $"des seuils sans modèle (model : {string.Join(", ", WithThresholds)})"
            : !Models.Contains(name, StringComparer.Ordinal) ? $"modèle {Tables.Quoted.Text(name)} inconnu ({string.Join(", ", Models)})"
            : WithThresholds.Contains(name, StringComparer.Ordinal) ? GradedProblem(name)
            : LogisticProblem(name);
        return problem is not null ? (null, problem) : WithScores(new BankedItem(Name, name, ModelOf(name)));
    }

    string? LogisticProblem(string name) =>
        Thresholds.Length > 0 ? $"le modèle {name} n’a pas de seuils, mais une difficulté b"
        : B is null ? "la difficulté b manque"
        : A is < -50 or > 50 or 0 ? "a est hors de [−50 ; 50], ou nul"
        : C is < 0 or >= 1 ? "c est hors de [0 ; 1["
        : D is <= 0 or > 1 ? "d est hors de ]0 ; 1]"
        : D <= C ? "d ne dépasse pas c"
        : C is not (null or 0) && name is not ("3pl" or "4pl") ? $"le modèle {name} n’a pas de c"
        : D is not (null or 1) && name is not "4pl" ? $"le modèle {name} n’a pas de d"
        : null;

    string? GradedProblem(string name) =>
        Thresholds.Length is 0 or > 100 ? $"le modèle {name} a de 1 à 100 seuils b1, b2…"
        : B is not null || C is not (null or 0) || D is not (null or 1) ? $"le modèle {name} n’a ni b, ni c, ni d, mais des seuils b1, b2…"
        : A is < -50 or > 50 or 0 || (name is "grm" && A < 0) ? "a est hors de ]0 ; 50]"
        : name is "grm" && Thresholds.Zip(Thresholds.Skip(1)).Any(pair => pair.First >= pair.Second) ? "les seuils du modèle grm ne sont pas croissants"
        : null;

    ItemModel ModelOf(string name) => name switch
    {
        "grm" => new GradedItem(A ?? 1, Thresholds),
        "gpcm" or "pcm" => new PartialCreditItem(A ?? 1, Thresholds),
        _ => new LogisticItem { Discrimination = A ?? 1, Difficulty = B!.Value, LowerAsymptote = C ?? 0, UpperAsymptote = D ?? 1 },
    };

    (BankedItem?, string?) WithScores(BankedItem item) =>
        Scores is not { } scores ? (item, null)
        : scores.Length != item.Model.MaxScore + 1 ? (null, $"{scores.Length} scores pour {item.Model.MaxScore + 1} catégories")
        : scores.Zip(scores.Skip(1)).Any(pair => pair.First >= pair.Second) ? (null, "les scores ne sont pas croissants")
        : (item with { Scores = scores }, null);
}
