namespace Beffroi.Accounts;

public enum Verdict
{
    Accepted,
    Refused,
    Deactivated,
}

/// <summary>One decision on an account: a row with its date and its author, never a flag.</summary>
public sealed class AccountDecision
{
    public required Guid Id { get; init; }
    public required Guid AccountId { get; init; }

    /// <summary>1, 2, 3… for one account: two people who decide at the same moment cannot both be the third.</summary>
    public required int Number { get; init; }

    public required Verdict Verdict { get; init; }

    /// <summary>Null for the rule that accepts the first account of a structure, or for the seed.</summary>
    public required Guid? By { get; init; }

    public required DateTimeOffset At { get; init; }
}

public static class VerdictLabels
{
    /// <summary>The state of an account, in words.</summary>
    public static string Label(this Verdict? verdict) => verdict is { } decided ? decided.Label() : "En attente";

    public static string Label(this Verdict verdict) => verdict switch
    {
        Verdict.Accepted => "Acceptée",
        Verdict.Refused => "Refusée",
        Verdict.Deactivated => "Désactivée",
    };
}
