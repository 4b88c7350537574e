using Beffroi.Psychometrics;

namespace Beffroi.Eva.FollowUp;

/// <summary>What can be said of the difference between two results of a person.</summary>
public enum ChangeKind
{
    Progress,
    Setback,

    /// <summary>The difference is within the errors of the two measures.</summary>
    Unsure,

    /// <summary>The two are not measures of the same thing in the same way.</summary>
    NotComparable,
}

/// <summary>From one result to a later one. A change is named only where it passes the errors of both (Jacobson &amp; Truax, 1991: |index| ≥ 1.96).</summary>
/// <param name="Index">Reliable change index; null where the two do not compare.</param>
/// <param name="Why">Why they do not; null where they do.</param>
public sealed record Change(ChangeKind Kind, double? Index, string? Why)
{
    public string Label => Kind switch
    {
        ChangeKind.Progress => "Progrès",
        ChangeKind.Setback => "Recul",
        ChangeKind.Unsure => "Pas de changement sûr",
        ChangeKind.NotComparable => "Pas de comparaison",
    };

    public static Change Between(Measure before, Measure after)
    {
        if (Objection(before, after) is { } why)
        {
            return new(ChangeKind.NotComparable, null, why);
        }

        var change = new ReliableChange(before.Scale.Value, before.Scale.StandardError!.Value, after.Scale.Value, after.Scale.StandardError!.Value);
        return new(!change.IsReliable() ? ChangeKind.Unsure : change.Change > 0 ? ChangeKind.Progress : ChangeKind.Setback, change.Index, null);
    }

    static string? Objection(Measure before, Measure after) => (before, after) switch
    {
        ({ Interpretable: false }, _) or (_, { Interpretable: false }) => "Un des deux résultats n’est pas interprétable.",
        _ when !string.Equals(before.EngineVersion, after.EngineVersion, StringComparison.Ordinal) => $"Les deux calculs n’ont pas la même version ({before.EngineVersion}, puis {after.EngineVersion}).",
        _ when !string.Equals(before.NormsVersion, after.NormsVersion, StringComparison.Ordinal) => $"Les deux calculs n’ont pas les mêmes normes ({before.NormsVersion}, puis {after.NormsVersion}).",
        _ when before.Route != after.Route => "L’un a des questions adaptatives, l’autre les questions historiques.",
        _ when before.Mode is InputMode.Unknown || after.Mode is InputMode.Unknown => "On ne sait pas avec quoi la personne a répondu.",
        _ when before.Mode != after.Mode || before.Mode is InputMode.Mixed => $"La personne n’a pas répondu de la même façon : {InputModes.Words(before.Mode)}, puis {InputModes.Words(after.Mode)}.",
        _ => null,
    };
}
