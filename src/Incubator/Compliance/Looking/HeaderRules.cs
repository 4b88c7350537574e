using System.Globalization;

namespace Beffroi.Incubator.Compliance;

/// <summary>What each header must say.</summary>
public static class HeaderRules
{
    /// <summary>Seconds in a year of 365 days.</summary>
    const long Year = 31_536_000;

    static readonly string[] Reserved = ["no-referrer", "same-origin", "strict-origin", "strict-origin-when-cross-origin"];

    public static IReadOnlyList<string> Mistakes(Answer page)
    {
        var csp = Csp(page);
        return [.. new (bool Holds, string Wrong)[]
        {
            (Seconds(page) >= Year, "Strict-Transport-Security de moins d’un an"),
            (csp.Count > 0, "sans Content-Security-Policy"),
            (!csp.Values.Any(v => v.Contains("'unsafe-inline'", StringComparison.Ordinal) || v.Contains("'unsafe-eval'", StringComparison.Ordinal)), "Content-Security-Policy permissive"),
            (csp.GetValueOrDefault("frame-ancestors") is "'none'", "sans frame-ancestors 'none'"),
            (page.Header("x-content-type-options") is "nosniff", "sans X-Content-Type-Options"),
            (IsReserved(page), "Referrer-Policy trop large"),
            (page.Header("permissions-policy") is { Length: > 0 }, "sans Permissions-Policy"),
            (page.Header("cross-origin-opener-policy") is "same-origin", "sans Cross-Origin-Opener-Policy"),
            (page.Header("server") is null && page.Header("x-powered-by") is null, "nomme son serveur"),
        }.Where(rule => !rule.Holds).Select(rule => rule.Wrong)];
    }

    /// <summary>Directives by name.</summary>
    public static IReadOnlyDictionary<string, string> Csp(Answer page)
    {
        var read = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var directive in (page.Header("content-security-policy") ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(d => d.Split(' ', 2)))
        {
            // Browsers keep the first of two.
            read.TryAdd(directive[0], directive.ElementAtOrDefault(1) ?? "");
        }

        return read;
    }

    /// <summary>How long browsers keep to https; 0 where nothing is said.</summary>
    public static long Seconds(Answer page) =>
        (page.Header("strict-transport-security") ?? "").Split(';', StringSplitOptions.TrimEntries).FirstOrDefault(p => p.StartsWith("max-age=", StringComparison.OrdinalIgnoreCase)) is { } age
        && long.TryParse(age.AsSpan(8).Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    public static bool IsReserved(Answer page) => Reserved.Contains(page.Header("referrer-policy") ?? "", StringComparer.OrdinalIgnoreCase);
}
