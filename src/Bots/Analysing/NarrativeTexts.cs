using Beffroi.Detection;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Bots.Analysing;

/// <summary>Texts that several accounts say: word for word (the rule of <see cref="IdenticalTexts"/>), or nearly so.</summary>
sealed class NarrativeTexts(BotsDb db)
{
    /// <summary>Those that are told; the CSV holds no more either.</summary>
    public const int Most = 1_000;

    /// <summary>Each is compared with all others: the most shared come first, then the earliest.</summary>
    const int MostCompared = 3_000;

    /// <summary>Shorter texts are near one another by accident.</summary>
    const int ShortestNear = 25;

    public sealed record Found(IReadOnlyList<SharedText> Identical, int IdenticalCount, IReadOnlyList<NearText> Near, (int Compared, int All) Scope);

    public async Task<Found> Of(NarrativeFold fold, CancellationToken ct)
    {
        var ordered = fold.Texts.OrderByDescending(t => t.Said.Accounts).ThenByDescending(t => t.Said.Posts).ThenBy(t => t.First).ThenBy(t => t.Seq).ToList();
        var compared = ordered.Take(MostCompared).ToList();
        var texts = await Read([.. compared.Select(t => t.Seq)], ct);
        var shared = ordered.TakeWhile(t => t.Said.Accounts > 1).ToList();
        return new(
            [.. shared.Take(Most).Select(t => new SharedText(t.Seq, texts.GetValueOrDefault(t.Seq, "").Trim(), t.Said.Accounts, t.Said.Posts, t.First, t.Last))],
            shared.Count,
            Near(compared, texts),
            (compared.Count, ordered.Count));
    }

    static IReadOnlyList<NearText> Near(IReadOnlyList<TextTally> compared, IReadOnlyDictionary<long, string> texts)
    {
        var normal = compared.Select(t => (Tally: t, Normal: NormalText.Of(texts.GetValueOrDefault(t.Seq)))).Where(t => t.Normal.Length >= ShortestNear).ToList();
        var groups = NearTexts.Groups(normal.Select(n => n.Normal));
        return
        [
            .. normal.GroupBy(n => groups[n.Normal], StringComparer.Ordinal)
                // Of texts that are the same once links and names are taken out, the variants are seen only so.
                .Select(g => (Members: g.ToList(), Accounts: g.SelectMany(m => m.Tally.Said.Numbers).Distinct().Count()))
                .Where(g => g.Members.Count > 1 && g.Accounts > 1)
                .Select(g => (g, First: g.Members.MinBy(m => (m.Tally.First, m.Tally.Seq)).Tally))
                .Select(g => new NearText(g.First.Seq, texts[g.First.Seq].Trim(), g.g.Members.Count, g.g.Accounts, g.g.Members.Sum(m => m.Tally.Said.Posts)))
                .OrderByDescending(n => n.Accounts).ThenByDescending(n => n.Posts).ThenBy(n => n.Seq),
        ];
    }

    async Task<IReadOnlyDictionary<long, string>> Read(IReadOnlyList<long> seqs, CancellationToken ct) =>
        await db.Posts.AsNoTracking().Where(p => seqs.Contains(p.Seq) && p.Text != null).ToDictionaryAsync(p => p.Seq, p => p.Text!, ct);
}
