using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;

namespace Beffroi.Encyclopedia;

/// <summary><c>[[key]]</c> or <c>[[key|words]]</c>: leads to another entry.</summary>
sealed class EntryReference(string key, string? words) : LeafInline
{
    public string Key { get; } = key;

    /// <summary>Null: the title of the entry.</summary>
    public string? Words { get; } = words;
}

sealed class EntryReferenceParser : InlineParser
{
    const int MaxLength = 300;

    public EntryReferenceParser() => OpeningCharacters = ['['];

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var rest = slice.AsSpan();
        rest = rest[..Math.Min(rest.Length, MaxLength)];
        if (!rest.StartsWith("[[", StringComparison.Ordinal) || rest.IndexOf("]]", StringComparison.Ordinal) is not (> 2 and var end))
        {
            return false;
        }

        var inside = rest[2..end];
        var bar = inside.IndexOf('|');
        var key = (bar < 0 ? inside : inside[..bar]).Trim().ToString();
        var words = bar < 0 ? default : inside[(bar + 1)..].Trim();
        if (!EntryChecks.IsKey(key) || words.IndexOfAny('\n', '[', ']') >= 0)
        {
            return false;
        }

        processor.Inline = new EntryReference(key, words.IsEmpty ? null : words.ToString());
        slice.Start += end + 2;
        return true;
    }
}
