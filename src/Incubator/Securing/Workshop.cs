using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Securing;

/// <summary>An agile risk workshop of the whole team, as ANSSI and DINUM describe it (betagouv/securite-numerique-agile, read in August 2026).</summary>
public sealed class Workshop
{
    public const int TextMaxLength = 1000;

    public required Guid Id { get; init; }
    public required Guid StartupId { get; init; }
    public required DateOnly HeldOn { get; init; }
    public required Facilitation Facilitation { get; init; }
    public required string Scope { get; init; }
    public required string? OutOfScope { get; init; }

    /// <summary>Technical name of the published figure that counts users, where one is watched.</summary>
    public required string? Figure { get; init; }

    /// <summary>Above this count, the workshop is to be held again.</summary>
    public required int? Ceiling { get; init; }

    public required Guid By { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Who leads the conversation: a function, not a name.</summary>
public enum Facilitation
{
    Team,
    Coach,
    Security,
    Outside,
}

/// <summary>What makes a workshop out of date.</summary>
public enum TriggerKind
{
    Architecture,
    DataKind,
    Value,
    Users,
}

/// <summary>Something that changed since a workshop: it must be held again.</summary>
public sealed class Trigger : IWrittenOnce
{
    public const int TextMaxLength = 300;

    public required Guid Id { get; init; }
    public required Guid WorkshopId { get; init; }
    public required TriggerKind Kind { get; init; }
    public required string What { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>Null: found by the night's round, which counts users.</summary>
    public required Guid? By { get; init; }
    public required DateTimeOffset At { get; init; }
}

public static class WorkshopWords
{
    public static string Label(this Facilitation facilitation) => facilitation switch
    {
        Facilitation.Team => "Une personne de l’équipe",
        Facilitation.Coach => "Un coach de l’incubateur",
        Facilitation.Security => "Une personne de la sécurité numérique",
        Facilitation.Outside => "Une personne d’un prestataire",
    };

    public static string Label(this TriggerKind kind) => kind switch
    {
        TriggerKind.Architecture => "L’architecture a changé",
        TriggerKind.DataKind => "La nature des données a changé",
        TriggerKind.Value => "La valeur des données a changé",
        TriggerKind.Users => "Le nombre d’usagers a changé",
    };
}
