namespace Beffroi.Chat.Exchange.Stix;

/// <summary>Which tactic each technique of DISARM serves, read from the bundle that DISARM publishes: none of it is shipped here.</summary>
public static class DisarmTactics
{
    /// <summary>
    /// Short name of the tactic by identifier of technique. DISARM writes its kill chain as "mitre-attack" and its techniques as those of ATT&amp;CK (version of 10 February 2025):
    /// only the phase and the identifier are believed.
    /// </summary>
    public static IReadOnlyDictionary<string, string> Of(StixBundle bundle) => bundle.Objects
        .Where(o => o.Type is "attack-pattern")
        .Select(o => (Id: Disarm.IdOf(o), Phase: o.Objects("kill_chain_phases").Select(p => p.Text("phase_name")).FirstOrDefault()))
        .Where(t => t is { Id: not null, Phase: not null })
        .DistinctBy(t => t.Id, StringComparer.Ordinal)
        .ToDictionary(t => t.Id!, t => t.Phase!, StringComparer.Ordinal);
}

/// <summary>Tells a technique of DISARM from one of ATT&amp;CK, whose identifiers look alike.</summary>
static class Disarm
{
    public static string? IdOf(StixObject attackPattern)
    {
        var chain = attackPattern.Objects("kill_chain_phases").Any(p => Says(p.Text("kill_chain_name")));
        return attackPattern.Objects("external_references")
            .Where(r => chain || Says(r.Text("source_name")) || Says(r.Text("url")))
            .Select(r => r.Text("external_id"))
            .FirstOrDefault(IsTechnique);
    }

    static bool Says(string? text) => text?.Contains("disarm", StringComparison.OrdinalIgnoreCase) is true;

    /// <summary>T and four digits, then a point and three digits for a sub-technique.</summary>
    static bool IsTechnique(string? id) =>
        id is { Length: 5 or 9 } && id[0] is 'T' && id.AsSpan(1, 4).IndexOfAnyExceptInRange('0', '9') < 0
        && (id.Length == 5 || (id[5] is '.' && id.AsSpan(6).IndexOfAnyExceptInRange('0', '9') < 0));
}
