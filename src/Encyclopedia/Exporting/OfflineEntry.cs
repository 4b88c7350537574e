using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Exporting;

/// <summary>An entry of the one-file site: a line that unfolds.</summary>
static class OfflineEntry
{
    static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Of(ExportedEntry entry, Linking linking)
    {
        var (l, content) = (linking.Language, entry.Content);
        var shown = content.Texts[l] is null ? content.Original : l;
        var text = content.Texts[shown]!;
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<details id=\"{entry.Key}\" data-type=\"{content.Type.Name()}\" data-phases=\"{string.Join(' ', content.Phases.Select(p => p.Name()))}\"{(shown == l ? "" : $" lang=\"{shown.Code()}\"")}>\n");
        html.Append(CultureInfo.InvariantCulture, $"<summary><b>{Say(text.Title)}</b> <small>{Say(content.Type.Say(l))}</small></summary>\n<p>{Inside(new TermLinks(linking).In(text.Summary).Value, l)}</p>\n");
        foreach (var field in Template.Of(content.Type).Where(f => text.Fields.ContainsKey(f.Name)))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Say(l.Say(field.French, field.English))}</h2>\n{Inside(Markup.Render(text.Fields[field.Name], linking).Html.Value, l)}\n");
        }

        var (steps, criteria) = (new TermLinks(linking), new TermLinks(linking));
        Section(html, l.Say("Étapes", "Steps"), "ol", content.Steps.Select(s => $"{Inside(steps.In(s.Act.In(l)).Value, l)} {Say($"({s.Role.Say(l)}{(s.DueHours is { } hours ? string.Create(CultureInfo.InvariantCulture, $", {hours} h") : "")}) →")} {Inside(steps.In(s.Expected.In(l)).Value, l)}"));
        Section(html, l.Say("Critères", "Criteria"), "ul", content.Criteria.Select(c => $"<b>{Say(c.Criterion.Say(l))}</b>, {Say(c.Stand.Say(l))}. {Inside(criteria.In(c.Why.In(l)).Value, l)}"));
        Section(html, l.Say("Fiabilité", "Reliability"), "ul", content.Reliability.Select(r => Say($"{r.Grade.Say(l)}, {r.By}, {l.Day(r.On)}. {r.Results.In(l)} {r.Limits.In(l)}")));
        Section(html, "Sources", "ul", content.Sources.Select(s => string.Join(", ", new[] { Link(s.Url, s.Title), s.Publisher is null ? null : Say(s.Publisher), s.Published is null ? null : Say(s.Published) }.OfType<string>())));
        Section(html, l.Say("Voir aussi", "See also"), "ul", content.Links.Where(t => linking.Titles.ContainsKey(t.To)).Select(t => $"{Say(t.Relation.Say(l))} <a href=\"#{t.To}\">{Say(linking.Titles[t.To])}</a>"));
        html.Append(CultureInfo.InvariantCulture, $"<p><small>{string.Join(" · ", Foot(entry, l))}</small></p>\n</details>\n");
        return html.ToString();
    }

    static IEnumerable<string> Foot(ExportedEntry entry, Lang l)
    {
        if (entry.Content.Website is { } site)
        {
            yield return Link(site, site);
        }

        yield return Say($"{l.Reviewed(entry.ReviewedOn)}, version {entry.Version.ToString(CultureInfo.InvariantCulture)}");
        if (entry.Content.Origin is { } origin)
        {
            yield return Say(string.Join(", ", new[] { origin.Name, origin.Id, origin.Licence }.OfType<string>()));
        }
    }

    // Links of the site lead to the entry in this file.
    static string Inside(string html, Lang l) =>
        html.Replace($"href=\"{Addresses.Entry(l, "")}", "href=\"#", StringComparison.Ordinal);

    static void Section(StringBuilder html, string title, string list, IEnumerable<string> lines)
    {
        var items = string.Concat(lines.Select(x => $"<li>{x}</li>\n"));
        if (items.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<h2>{Say(title)}</h2>\n<{list}>\n{items}</{list}>\n");
        }
    }

    static string Link(string? url, string words) => url is null ? Say(words) : $"<a href=\"{Say(url)}\" rel=\"noopener noreferrer\">{Say(words)}</a>";

    static string Say(string text) => Html.Encode(text);
}
