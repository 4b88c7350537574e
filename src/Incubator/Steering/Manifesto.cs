using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Steering;

/// <summary>What a delegator engages to, as one version of the manifesto has it. The phase that is given time is not the same in both conventions: the version is kept with each.</summary>
public sealed record Manifesto(string Version, IReadOnlyList<string> Engagements)
{
    public static readonly IReadOnlyList<Manifesto> All = [With("2020-a", "l’investigation"), With("2020-b", "la construction")];

    public static Manifesto? Of(string version) => All.FirstOrDefault(m => string.Equals(m.Version, version, StringComparison.Ordinal));

    static Manifesto With(string version, string phase) => new(version,
    [
        $"Je laisse à l’équipe six mois pour {phase}, sans demander de lancement avant.",
        "J’accepte que l’équipe conclue qu’une idée ne marche pas.",
        "Je juge le service sur ses effets, et non sur des livrables.",
        "J’aide à choisir les indicateurs et la façon de les mesurer.",
        "Je laisse à l’équipe le choix des usagers, des partenaires et des priorités.",
        "Je ne demande pas d’autres réunions que celles de la convention.",
        "J’accepte que le code, les résultats et le budget soient publics.",
    ]);
}

/// <summary>One engagement, accepted by a person, by name.</summary>
public sealed class Engagement : IWrittenOnce
{
    public const int NameMaxLength = 120;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required string Version { get; init; }

    /// <summary>From 1, in the order of the version.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }
    public required string Position { get; init; }
    public required DateOnly AcceptedOn { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>An engagement that was not kept, and what happened.</summary>
public sealed class Breach : IWrittenOnce
{
    public const int TextMaxLength = 2000;

    public required Guid Id { get; init; }
    public required Guid ConventionId { get; init; }
    public required int EngagementNumber { get; init; }
    public required string Facts { get; init; }
    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}
