using System.Text.Json;

namespace Beffroi.Bots.Networks;

/// <summary>The terms of a watch as rules of X's filtered stream, and what has to change at X for them to be its rules.</summary>
sealed class XRules(XSetup setup, Guid source)
{
    const string OurTag = "beffroi:";

    public string Tag { get; } = $"{OurTag}{source:N}";

    /// <summary>Terms put together, as many as a rule holds, so that thousands of terms are a few hundred rules.</summary>
    /// <exception cref="SourceTroubleException">None, or too many.</exception>
    public IReadOnlyList<string> Of(IEnumerable<WatchTerm> terms)
    {
        List<string> rules = [];
        foreach (var term in terms.Select(Clause).OfType<string>().Where(c => c.Length <= setup.RuleLength).Distinct(StringComparer.Ordinal))
        {
            if (rules.Count > 0 && rules[^1].Length + 4 + term.Length <= setup.RuleLength)
            {
                rules[^1] += " OR " + term;
            }
            else
            {
                rules.Add(term);
            }
        }

        return rules.Count == 0 ? throw new SourceTroubleException(SourceError.NoTerms) : rules.Count > setup.MostRules ? throw new SourceTroubleException(SourceError.TooManyTerms) : rules;
    }

    /// <summary>As X writes what it looks for (docs.x.com, operators of the filtered stream and of recent search).</summary>
    static string? Clause(WatchTerm term) => term.Kind switch
    {
        TermKind.Account => term.Key.All(c => char.IsAsciiLetterOrDigit(c) || c == '_') ? "from:" + term.Key : null,
        TermKind.Hashtag => term.Key.All(c => char.IsLetterOrDigit(c) || c == '_') ? "#" + term.Key : null,
        TermKind.Words => '"' + term.Key.Replace("\"", "", StringComparison.Ordinal) + '"',
        TermKind.Link => term.Key.Contains('"', StringComparison.Ordinal) ? null : $"url:\"{(term.Key.StartsWith("https://", StringComparison.Ordinal) ? term.Key["https://".Length..] : term.Key)}\"",
    };

    /// <summary>Makes X's rules those of this source: ours that are no longer wanted go, whoever's they were (the connection is one); those of other programs stay.</summary>
    public async Task Sync(IReadOnlyList<string> wanted, Func<CancellationToken, Task<byte[]>> list, Func<object, CancellationToken, Task<byte[]>> change, CancellationToken ct)
    {
        var kept = new HashSet<string>(StringComparer.Ordinal);
        List<string> gone = [];
        using (var document = PostFacts.Parse(await list(ct)) ?? throw new SourceTroubleException(SourceError.BadAnswer))
        {
            foreach (var rule in document.RootElement.TryGetProperty("data", out var data) && data.ValueKind is JsonValueKind.Array ? data.EnumerateArray() : [])
            {
                if (PostFacts.Text(rule, "tag") is not { } tag || !tag.StartsWith(OurTag, StringComparison.Ordinal) || PostFacts.Text(rule, "id") is not { } id || PostFacts.Text(rule, "value") is not { } value)
                {
                    continue;
                }

                if (!string.Equals(tag, Tag, StringComparison.Ordinal) || !wanted.Contains(value, StringComparer.Ordinal) || !kept.Add(value))
                {
                    gone.Add(id);
                }
            }
        }

        if (gone.Count > 0)
        {
            await change(new { delete = new { ids = gone } }, ct);
        }

        foreach (var some in wanted.Where(w => !kept.Contains(w)).Chunk(100))
        {
            using var answer = PostFacts.Parse(await change(new { add = some.Select(value => new { value, tag = Tag }) }, ct));
            if (answer is null || (answer.RootElement.TryGetProperty("meta", out var meta) && meta.TryGetProperty("summary", out var summary) && summary.TryGetProperty("invalid", out var invalid) && invalid.TryGetInt32(out var count) && count > 0))
            {
                throw new SourceTroubleException(SourceError.BadAnswer, "rules");
            }
        }
    }
}
