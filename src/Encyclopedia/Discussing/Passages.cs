using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Discussing;

/// <summary>All that an entry says in one language, as it is read: what is copied from its page is found again, whatever is bold, a link or on the next line.</summary>
sealed partial class Passages
{
    /// <summary>A name that is longer than the column: the part of the page is named instead.</summary>
    const int AnchorMaxLength = 40;

    readonly List<(string? Anchor, string Text)> _texts;

    Passages(IEnumerable<(string? Anchor, string Text)> texts) => _texts = [.. texts.Where(t => t.Text.Length > 0).Select(t => (t.Anchor, Fold(t.Text)))];

    public static async Task<Passages> Of(EntryContent content, string key, Lang l, EncyclopediaDb db, CancellationToken ct) =>
        new(Texts(content, await Linking.For(content, key, l, db, Glossary.Empty, ct)));

    /// <summary>The words as the entry says them, and the part of its page that does; null where it does not.</summary>
    public (string Words, string? Anchor)? Find(string typed)
    {
        var words = Fold(typed);
        var at = words.Length == 0 ? -1 : _texts.FindIndex(t => t.Text.Contains(words, StringComparison.Ordinal));
        return at < 0 ? null : (words, _texts[at].Anchor);
    }

    static IEnumerable<(string? Anchor, string Text)> Texts(EntryContent content, Linking linking)
    {
        var (l, text) = (linking.Language, content.In(linking.Language));
        return
        [
            (null, text.Title), (null, text.Summary),
            .. text.Fields.SelectMany(f => new[] { (f.Key, Read(f.Value, linking)), ((string?)f.Key, f.Value) }),
            .. content.Steps.SelectMany(s => new[] { s.Act, s.Expected }, (s, w) => (Anchor("step-" + s.Id, "steps"), w.In(l))),
            .. content.Criteria.Select(c => ((string?)"criteria", c.Why.In(l))),
            .. content.Reliability.SelectMany(r => new[] { r.By, r.Method.In(l), r.Results.In(l), r.Limits.In(l) }).Select(t => ((string?)"reliability", t)),
            .. content.Sources.Select(s => ((string?)"sources", s.Title)),
        ];
    }

    static string? Anchor(string name, string otherwise) => name.Length <= AnchorMaxLength ? name : otherwise;

    static string Read(string markdown, Linking linking) => WebUtility.HtmlDecode(Tags().Replace(Markup.Render(markdown, linking).Html.Value, ""));

    /// <summary>Spaces of any kind and ends of lines are one space; a keyboard has one apostrophe and one quotation mark; what is not seen is not there.</summary>
    static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var c in text.IsNormalized() ? text : text.Normalize())
        {
            if (char.IsWhiteSpace(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (c is not ('\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u2060' or '\uFEFF'))
            {
                folded.Append(c switch { '’' or '‘' or 'ʼ' => '\'', '“' or '”' => '"', _ => c });
            }
        }

        return folded.ToString().TrimEnd();
    }

    [GeneratedRegex("<(?:[^>\"]|\"[^\"]*\")*>", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Tags();
}
