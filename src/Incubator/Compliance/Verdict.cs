namespace Beffroi.Incubator.Compliance;

/// <summary>What was seen of a criterion. « Unknown » is never shown as met.</summary>
public enum Verdict
{
    Met,
    NotMet,
    NotApplicable,
    Unknown,
}

public static class Verdicts
{
    /// <summary>Several findings of one criterion: one failure fails it, one thing not known leaves it unknown.</summary>
    public static Verdict Together(IEnumerable<Verdict> seen)
    {
        var all = seen.ToHashSet();
        return all switch
        {
            _ when all.Contains(Verdict.NotMet) => Verdict.NotMet,
            { Count: 0 } => Verdict.Unknown,
            _ when all.Contains(Verdict.Unknown) => Verdict.Unknown,
            _ when all.Contains(Verdict.Met) => Verdict.Met,
            _ => Verdict.NotApplicable,
        };
    }

    public static string Label(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "Atteint",
        Verdict.NotMet => "Non atteint",
        Verdict.NotApplicable => "Sans objet",
        Verdict.Unknown => "Inconnu",
    };

    /// <summary>In files for machines.</summary>
    public static string Key(this Verdict verdict) => verdict switch
    {
        Verdict.Met => "atteint",
        Verdict.NotMet => "non-atteint",
        Verdict.NotApplicable => "sans-objet",
        Verdict.Unknown => "inconnu",
    };
}
