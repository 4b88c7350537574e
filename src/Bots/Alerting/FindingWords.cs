using Beffroi.Kit;

namespace Beffroi.Bots.Alerting;

public static class FindingWords
{
    public static string Say(this FoundKind kind, Lang l) => kind switch
    {
        FoundKind.Rise => l.Say("Montée", "Rise"),
        FoundKind.Burst => l.Say("Afflux", "Burst"),
        FoundKind.NewCluster => l.Say("Nouveau groupe", "New cluster"),
    };

    /// <summary>Where it is looked at: the group, or the watch.</summary>
    public static string Href(this Finding finding, Lang l) =>
        finding.Subject.StartsWith("cluster:", StringComparison.Ordinal) && Guid.TryParse(finding.Subject.AsSpan("cluster:".Length), out var cluster) ? Addresses.Cluster(l, cluster) : Addresses.Watch(l, finding.WatchId);

    /// <summary>What is said in the chat: the reason, never a name of an account.</summary>
    public static string Markdown(this Finding finding, string watch) => string.Join("\n\n", Langs.All.Select(l =>
        $"**{finding.Kind.Say(l)}{l.Say(" : ", ": ")}{Escaped(watch)}** {FindingReason.Of(finding).Sentence(l)} [{l.Say("Regarder", "Look")}]({finding.Href(l)}) {l.Say("C’est une raison de regarder, pas une preuve.", "It is a reason to look, not a proof.")}"));

    // A name of a watch is somebody's words: no sign of it may be taken for a link or a mark.
    static string Escaped(string text) => string.Concat(text.Select(c => c is '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '(' or ')' or '#' or '+' or '-' or '.' or '!' or '|' or '<' or '>' or '@' or '~' or '&' ? "\\" + c : c is '\r' or '\n' ? " " : c.ToString()));
}
