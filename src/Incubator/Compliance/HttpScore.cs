namespace Beffroi.Incubator.Compliance;

/// <summary>Points of the headers of a page: the two rounds and the chart of Mozilla HTTP Observatory (its page « tests and scoring », read in November 2026), with our own modifiers (docs/incubator-conformite.md).</summary>
public static class HttpScore
{
    const int Start = 100;

    /// <summary>Below this, what is well done earns nothing.</summary>
    const int BonusFrom = 90;

    /// <summary>Seconds in six months.</summary>
    const long HalfYear = 15_768_000;

    static readonly (int From, string Letter)[] Chart = [(100, "A+"), (90, "A"), (85, "A-"), (80, "B+"), (70, "B"), (65, "B-"), (60, "C+"), (50, "C"), (45, "C-"), (40, "D+"), (30, "D"), (25, "D-")];

    public static (int Points, string Letter, IReadOnlyList<string> Reasons) Of(Answer page)
    {
        var (csp, seconds) = (HeaderRules.Csp(page), HeaderRules.Seconds(page));
        var loose = csp.Values.Any(v => v.Contains("'unsafe-inline'", StringComparison.Ordinal) || v.Contains("'unsafe-eval'", StringComparison.Ordinal));
        var framed = csp.ContainsKey("frame-ancestors");
        var lost = Counted(
            (csp.Count == 0, 25, "sans Content-Security-Policy"),
            (loose, 20, "Content-Security-Policy permissive"),
            (seconds == 0, 20, "sans Strict-Transport-Security"),
            (seconds is > 0 and < HalfYear, 10, "Strict-Transport-Security de moins de six mois"),
            (page.Header("x-content-type-options") is not "nosniff", 5, "sans X-Content-Type-Options"),
            (!framed && page.Header("x-frame-options") is null, 20, "peut être encadrée par un autre site"),
            (page.Header("referrer-policy") is { } referrer && !HeaderRules.IsReserved(page) && referrer.Length > 0, 5, "Referrer-Policy trop large"),
            (page.Cookies.Any(c => CookieRules.Mistakes(c).Any(m => m is "sans secure" or "sans httponly")), 20, "cookie mal protégé"),
            (ThirdPartyCheck.Outside(page).Count > 0, 5, "appelle un autre site"));
        var won = Counted(
            (csp.GetValueOrDefault("default-src") is "'none'" && !loose, 10, "default-src 'none'"),
            (framed, 5, "frame-ancestors"),
            (HeaderRules.IsReserved(page), 5, "Referrer-Policy réservée"),
            (page.Header("cross-origin-resource-policy") is "same-origin" or "same-site", 10, "Cross-Origin-Resource-Policy"));
        var points = Math.Max(0, Start - lost.Sum(l => l.Points));
        var total = points >= BonusFrom ? points + won.Sum(w => w.Points) : points;
        return (total, Letter(total), [.. lost.Select(l => Said("−", l)), .. (points >= BonusFrom ? won : []).Select(w => Said("+", w))]);
    }

    public static string Letter(int points) => Array.Find(Chart, c => points >= c.From).Letter ?? "F";

    static string Said(string sign, (int Points, string Reason) rule) => sign + rule.Points.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + rule.Reason;

    static List<(int Points, string Reason)> Counted(params (bool Holds, int Points, string Reason)[] rules) => [.. rules.Where(r => r.Holds).Select(r => (r.Points, r.Reason))];
}
