using Beffroi.Encyclopedia.Differences.ByWord;

namespace Beffroi.Encyclopedia.Merging;

/// <summary>Two changes of one text put together: by lines, then by words where the same lines changed (diff3).</summary>
public static class TextMerge
{
    /// <summary>Null where both changed the same words, each in its own way.</summary>
    public static string? Of(string @base, string ours, string theirs) =>
        Agreed(@base, ours, theirs) ?? Merge(Tokens.Lines(@base), Tokens.Lines(ours), Tokens.Lines(theirs), ByWords);

    static string? ByWords(string @base, string ours, string theirs) =>
        Agreed(@base, ours, theirs) ?? Merge(Tokens.Words(@base, withLineEnds: true), Tokens.Words(ours, withLineEnds: true), Tokens.Words(theirs, withLineEnds: true), Agreed);

    static string? Agreed(string @base, string ours, string theirs) =>
        string.Equals(ours, theirs, StringComparison.Ordinal) || string.Equals(theirs, @base, StringComparison.Ordinal) ? ours
        : string.Equals(ours, @base, StringComparison.Ordinal) ? theirs
        : null;

    static string? Merge(IReadOnlyList<string> b, IReadOnlyList<string> o, IReadOnlyList<string> t, Func<string, string, string, string?> resolve)
    {
        var (inO, inT) = (Partners(b, o), Partners(b, t));
        var merged = new System.Text.StringBuilder();
        var (atB, atO, atT) = (0, 0, 0);
        while (atB < b.Count || atO < o.Count || atT < t.Count)
        {
            if (atB < b.Count && inO[atB] == atO && inT[atB] == atT)
            {
                merged.Append(b[atB]);
                (atB, atO, atT) = (atB + 1, atO + 1, atT + 1);
                continue;
            }

            // Up to the next piece that nobody touched.
            var next = atB;
            while (next < b.Count && (inO[next] < 0 || inT[next] < 0))
            {
                next++;
            }

            var (toO, toT) = next < b.Count ? (inO[next], inT[next]) : (o.Count, t.Count);
            if (resolve(Text(b, atB, next), Text(o, atO, toO), Text(t, atT, toT)) is not { } agreed)
            {
                return null;
            }

            merged.Append(agreed);
            (atB, atO, atT) = (next, toO, toT);
        }

        return merged.ToString();
    }

    static int[] Partners(IReadOnlyList<string> b, IReadOnlyList<string> other)
    {
        var partners = new int[b.Count];
        Array.Fill(partners, -1);
        foreach (var run in Alignment.Of(b, other))
        {
            for (var i = 0; i < run.Length; i++)
            {
                partners[run.A + i] = run.B + i;
            }
        }

        return partners;
    }

    static string Text(IReadOnlyList<string> pieces, int from, int to) => string.Concat(pieces.Skip(from).Take(to - from));
}
