using System.Text.RegularExpressions;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>Journalists and activists as far as descriptions tell, in French, English, Italian and Spanish: words that they use of themselves. Rough, and said so.</summary>
static partial class Vocations
{
    public static bool IsJournalist(string? description) => description is not null && Journalist().IsMatch(description);

    public static bool IsActivist(string? description) => description is not null && Activist().IsMatch(description);

    [GeneratedRegex(@"\b(journalist\w*|journaliste\w*|giornalist\w*|periodista\w*|reporter|reporters|correspondent|correspondant\w*|editor|r[ée]dact(eur|rice)\w*|columnist|anchor|news producer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Journalist();

    [GeneratedRegex(@"\b(activist\w*|militant\w*|activiste\w*|attivist\w*|activista\w*|campaigner\w*|feminist\w*|f[ée]ministe\w*|human rights|droits humains|droits de l['’]homme|derechos humanos|diritti umani|syndicaliste\w*|unionist|environmentalist|[ée]cologiste\w*|organizer)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Activist();
}
