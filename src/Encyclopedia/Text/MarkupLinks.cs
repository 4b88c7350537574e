using Beffroi.Encyclopedia.LinkHealth;
using Beffroi.Kit;
using Markdig.Renderers.Html;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Beffroi.Encyclopedia;

/// <summary>Makes the links of a text: to other entries, to definitions, and outside; takes away those that lead nowhere a reader should go.</summary>
sealed class MarkupLinks(Linking linking)
{
    public const string TermClass = "defined-term";
    public const string MissingClass = "missing-entry";

    readonly HashSet<string> _linked = linking.Self is { } self ? new([self], StringComparer.Ordinal) : new(StringComparer.Ordinal);

    readonly List<string> _broken = [];

    public IReadOnlyList<string> Broken => _broken;

    public void Mend(MarkdownDocument document)
    {
        foreach (var reference in document.Descendants<EntryReference>().ToList())
        {
            reference.ReplaceBy(ToEntry(reference));
        }

        foreach (var written in document.Descendants<AutolinkInline>().ToList())
        {
            written.ReplaceBy(Link(written.IsEmail ? "mailto:" + written.Url : written.Url, written.Url));
        }

        foreach (var link in document.Descendants<LinkInline>().ToList())
        {
            Check(link);
        }

        foreach (var literal in document.Descendants<LiteralInline>().Where(MayHoldTerms).ToList())
        {
            LinkTerms(literal);
        }
    }

    /// <summary>The addresses outside that it leads to.</summary>
    public static IEnumerable<string> Outside(MarkdownDocument document) =>
        document.Descendants<AutolinkInline>().Where(a => !a.IsEmail).Select(a => a.Url)
            .Concat(document.Descendants<LinkInline>().Select(UrlOf))
            .Where(LeadsOutside);

    static string UrlOf(LinkInline link) => link.GetDynamicUrl?.Invoke() ?? link.Url ?? "";

    Inline ToEntry(EntryReference reference)
    {
        if (linking.Titles.TryGetValue(reference.Key, out var title))
        {
            _linked.Add(reference.Key);
            return Link(Addresses.Entry(linking.Language, reference.Key), reference.Words ?? title);
        }

        if (!_broken.Contains(reference.Key, StringComparer.Ordinal))
        {
            _broken.Add(reference.Key);
        }

        var missing = new EmphasisInline { DelimiterChar = '*', DelimiterCount = 1, IsClosed = true };
        missing.GetAttributes().AddClass(MissingClass);
        missing.GetAttributes().AddProperty("title", linking.Language.Say("Cette fiche n’existe pas encore", "This entry does not exist yet"));
        return missing.AppendChild(new LiteralInline(reference.Words ?? reference.Key));
    }

    void Check(LinkInline link)
    {
        var url = UrlOf(link);
        if (link.IsImage)
        {
            // No picture of another host is fetched by the reader's browser: a link to it stands instead.
            link.IsImage = false;
        }

        if (LeadsOutside(url))
        {
            link.GetAttributes().AddPropertyIfNotExist("rel", "external noopener noreferrer");
        }
        else if (!StaysInside(url) && !url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase))
        {
            link.ReplaceBy(new ContainerInline(), copyChildren: true);
            return;
        }

        if (link.FirstChild is null)
        {
            link.AppendChild(new LiteralInline(url));
        }

        if (linking.Health.GetValueOrDefault(url) is { FailsSince: { } since } health)
        {
            SayBroken(link, health, since);
        }
    }

    void SayBroken(LinkInline link, UrlHealth health, DateTimeOffset since)
    {
        var l = linking.Language;
        var copy = Link(LinkStates.ArchivedCopy(health.Url, DateOnly.FromDateTime(since.UtcDateTime)), l.Say("copie archivée", "archived copy"));
        copy.GetAttributes().AddProperty("rel", "external noopener noreferrer");
        var before = new LiteralInline(l.Say($" (ne répond plus depuis le {l.Day(since)}\u00A0; ", $" (no answer since {l.Day(since)}; "));
        link.InsertAfter(before);
        before.InsertAfter(copy);
        copy.InsertAfter(new LiteralInline(")"));
    }

    static bool LeadsOutside(string url) => Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https";

    static bool StaysInside(string url) => url is ['/'] or ['/', not ('/' or '\\'), ..];

    static LinkInline Link(string url, string words)
    {
        var link = new LinkInline(url, "") { IsClosed = true };
        link.AppendChild(new LiteralInline(words));
        return link;
    }

    static bool MayHoldTerms(LiteralInline literal)
    {
        for (var parent = literal.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent is LinkInline)
            {
                return false;
            }

            if (parent.ParentBlock is { } block)
            {
                return block is not HeadingBlock;
            }
        }

        return true;
    }

    void LinkTerms(LiteralInline literal)
    {
        var text = literal.Content.ToString();
        var after = literal;
        var start = 0;
        foreach (var found in linking.Glossary.FindIn(text, _linked))
        {
            var link = Link(Addresses.Entry(linking.Language, found.Term.Key), text.Substring(found.Start, found.Length));
            link.Title = found.Term.Summary;
            link.GetAttributes().AddClass(TermClass);
            var rest = new LiteralInline(text[(found.Start + found.Length)..]);
            after.Content = new(text[start..found.Start]);
            after.InsertAfter(link);
            link.InsertAfter(rest);
            (after, start) = (rest, found.Start + found.Length);
        }
    }
}
