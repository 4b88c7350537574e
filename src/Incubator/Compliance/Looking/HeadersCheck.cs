namespace Beffroi.Incubator.Compliance;

/// <summary>Cookies and headers, as each service's door sends them (C18, C19).</summary>
sealed class HeadersCheck : ICheck
{
    /// <summary>A page that sets a cookie: its form is protected by one.</summary>
    const string WithCookie = "/connexion";

    public IReadOnlyList<int> Criteria => [18, 19];

    public async Task<IReadOnlyList<Finding>> Look(Visit visit, CancellationToken ct)
    {
        var entrance = await visit.Ask(WithCookie, ct);
        var findings = new List<Finding>(entrance.Cookies.Select(c => CookieRules.Mistakes(c) is { Count: > 0 } wrong
            ? new Finding(18, null, Verdict.NotMet, $"{WithCookie}, {CookieRules.Name(c)} : {string.Join(", ", wrong)}")
            : new Finding(18, null, Verdict.Met, $"{WithCookie}, {CookieRules.Name(c)} : Secure, HttpOnly, SameSite, __Host-")));
        if (findings.Count == 0)
        {
            findings.Add(new(18, null, Verdict.Unknown, $"{entrance.Said}, sans cookie à regarder"));
        }

        foreach (var service in HostedServices.All)
        {
            var door = await visit.Ask(service.Door(), ct);
            var wrong = HeaderRules.Mistakes(door);
            findings.Add(new(19, service, wrong.Count == 0 ? Verdict.Met : Verdict.NotMet, wrong.Count == 0 ? $"{door.Path} : tous les en-têtes attendus" : $"{door.Path} : {string.Join(", ", wrong)}"));
        }

        return findings;
    }
}

public static class CookieRules
{
    static readonly string[] Flags = ["secure", "httponly"];

    public static string Name(string cookie) => cookie.Split('=')[0];

    public static IReadOnlyList<string> Mistakes(string cookie)
    {
        var parts = cookie.Split(';', StringSplitOptions.TrimEntries).Skip(1).Select(p => p.ToLowerInvariant()).ToList();
        return
        [
            .. Flags.Where(flag => !parts.Contains(flag, StringComparer.Ordinal)).Select(flag => "sans " + flag),
            .. parts.Exists(p => p is "samesite=lax" or "samesite=strict") ? Array.Empty<string>() : ["sans samesite"],
            .. Name(cookie).StartsWith("__Host-", StringComparison.Ordinal) ? Array.Empty<string>() : ["sans préfixe __Host-"],
        ];
    }
}
