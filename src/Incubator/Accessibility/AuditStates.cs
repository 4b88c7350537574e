using Beffroi.Kit;

namespace Beffroi.Incubator.Accessibility;

public static class AuditStates
{
    /// <summary>Where an audit stands, in words.</summary>
    public static string Words(AccessibilityAudit audit, DateOnly today) => audit switch
    {
        { WithdrawnAt: { } at } => $"retiré le {French.Day(at)}",
        { PublishedAt: null } => $"brouillon, {French.Count(audit.Missing, "résultat à donner", "résultats à donner")}",
        _ when audit.IsInForce(today) => $"publié, en vigueur jusqu’au {French.Day(audit.EndsOn.AddDays(-1))}",
        _ => $"expiré depuis le {French.Day(audit.EndsOn)}",
    };
}
