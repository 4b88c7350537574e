using System.Globalization;
using Beffroi.Detection;

namespace Beffroi.Bots.Networks;

/// <summary>Words in a row, found in a text as it is compared (<see cref="NormalText"/>): whole words, except in scripts that write none apart.</summary>
sealed class WordTerms
{
    readonly Dictionary<string, List<Row>> _byFirst = new(StringComparer.Ordinal);
    readonly Dictionary<string, List<Row>>.AlternateLookup<ReadOnlySpan<char>> _find;
    readonly List<Row> _inside = [];
    readonly System.Buffers.SearchValues<string>? _anyInside;

    public WordTerms(IEnumerable<WatchTerm> terms)
    {
        foreach (var (order, term) in terms.Index())
        {
            var row = new Row(order, term.Key, term.Id);
            if (term.Key.EnumerateRunes().Any(IsUnspaced))
            {
                _inside.Add(row);
                continue;
            }

            var first = term.Key.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? term.Key[..space] : term.Key;
            (_byFirst.TryGetValue(first, out var rows) ? rows : _byFirst[first] = []).Add(row);
        }

        _find = _byFirst.GetAlternateLookup<ReadOnlySpan<char>>();
        _anyInside = _inside.Count == 0 ? null : System.Buffers.SearchValues.Create([.. _inside.Select(r => r.Words)], StringComparison.Ordinal);
    }

    public Guid? Find(string? text)
    {
        if (string.IsNullOrEmpty(text) || (_byFirst.Count == 0 && _anyInside is null))
        {
            return null;
        }

        var normal = NormalText.Of(text);
        var best = default(Row);
        if (_anyInside is not null && normal.AsSpan().ContainsAny(_anyInside))
        {
            best = _inside.Find(r => normal.Contains(r.Words, StringComparison.Ordinal));
        }

        for (var at = 0; at < normal.Length;)
        {
            var rest = normal.AsSpan(at);
            var end = rest.IndexOf(' ') is >= 0 and var space ? space : rest.Length;
            if (_find.TryGetValue(rest[..end], out var rows))
            {
                foreach (var row in rows)
                {
                    if (rest.StartsWith(row.Words, StringComparison.Ordinal) && (rest.Length == row.Words.Length || rest[row.Words.Length] == ' ') && (best is null || row.Order < best.Order))
                    {
                        best = row;
                    }
                }
            }

            at += end + 1;
        }

        return best?.Term;
    }

    // Chinese, Japanese, Thai, Lao, Khmer and Burmese write words without spaces between.
    static bool IsUnspaced(System.Text.Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0EFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF) or (>= 0x3040 and <= 0x30FF)
        or (>= 0x3400 and <= 0x4DBF) or (>= 0x4E00 and <= 0x9FFF) or >= 0x20000 && System.Text.Rune.GetUnicodeCategory(rune) is UnicodeCategory.OtherLetter;

    sealed record Row(int Order, string Words, Guid Term);
}
