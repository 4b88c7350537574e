using Beffroi.Encyclopedia.Checking;
using Beffroi.Encyclopedia.Search.Folding;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia;

/// <summary>What a content is, for lists, links and search.</summary>
static class Projection
{
    public static EntryWords Words(Guid id, EntryContent content, Lang language)
    {
        var text = content.Texts[language]!;
        IEnumerable<string> parts =
        [
            .. Template.Of(content.Type).Select(f => text.Fields.GetValueOrDefault(f.Name)).OfType<string>().Select(PlainText.Of),
            .. content.Criteria.Select(c => c.Why.In(language)),
            .. content.Steps.SelectMany(s => new[] { s.Act.In(language), s.Expected.In(language) }),
            .. content.Sources.Select(s => s.Title),
            content.Origin?.Id ?? "",
        ];
        var synonyms = string.Join('\n', text.Synonyms);
        var body = string.Join('\n', parts.Where(p => p.Length > 0));
        return new()
        {
            EntryId = id,
            Language = language,
            Title = text.Title,
            Summary = text.Summary,
            Synonyms = synonyms,
            Body = body,
            TitleTerms = Terms.Of(text.Title + "\n" + synonyms, language),
            SummaryTerms = Terms.Of(text.Summary, language),
            BodyTerms = Terms.Of(body, language),
        };
    }

    /// <summary>Those it lists, the tools of its steps, and those its texts name.</summary>
    public static IEnumerable<EntryLink> Links(Guid id, EntryContent content) =>
        content.Links
            .Concat(content.Steps.SelectMany(s => s.Tools).Select(tool => new EntryTie(tool, Relation.Uses)))
            // A text that names what is tied already says nothing more.
            .Concat(InternalLinks.In(content).Where(key => content.Links.All(l => !string.Equals(l.To, key, StringComparison.Ordinal))).Select(key => new EntryTie(key)))
            .Distinct()
            .Select(tie => new EntryLink { FromId = id, ToKey = tie.To, Relation = tie.Relation });

    public static IEnumerable<EntryUrl> Urls(Guid id, EntryContent content) =>
        content.Sources.Select(s => s.Url)
            .Append(content.Website)
            .Concat(content.Reliability.Select(r => r.Url))
            .OfType<string>()
            .Concat(InternalLinks.TextsOf(content).SelectMany(Markup.AddressesIn).Where(EntryFaults.IsUrl))
            .Distinct(StringComparer.Ordinal)
            .Select(url => new EntryUrl { EntryId = id, Url = url });
}
