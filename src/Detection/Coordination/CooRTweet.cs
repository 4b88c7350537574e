using System.Globalization;

namespace Beffroi.Detection;

/// <summary>Pairs and edges as CooRTweet 2.1.3 (Righetti and Balluff) gives them, in its order.</summary>
/// <remarks>Accounts with fewer shares than the least participation are dropped; then a pair stays when either of its posts belongs to an account that still has as many distinct
/// shares among the posts matched. Where CooRTweet compares texts by the language of the machine, bytes are compared here: with identifiers that differ by case or accents,
/// the two ends of an edge may be told in the other order.</remarks>
public sealed class CooRTweet
{
    readonly ShareTable _table;
    readonly SharePair[] _pairs;

    CooRTweet(ShareTable table, SharePair[] pairs, IReadOnlyList<CooRTweetEdge> edges, IReadOnlyList<ViralObject> viral) => (_table, _pairs, Edges, Viral) = (table, pairs, edges, viral);

    /// <summary>Edges, in order of their first pair.</summary>
    public IReadOnlyList<CooRTweetEdge> Edges { get; }

    /// <summary>Objects left out because <see cref="WindowJoin.MostPairsPerObject"/> asked for it.</summary>
    public IReadOnlyList<ViralObject> Viral { get; }

    /// <summary>Pairs kept.</summary>
    public int PairCount => _pairs.Length;

    /// <summary>Pairs kept, in CooRTweet's order: by object, then as their shares stand in the file once it is put together by account.</summary>
    public IEnumerable<TiePair> Pairs => _pairs.Select(p => new TiePair(_table.Objects[_table.ObjectColumn[p.Earlier]], _table[p.Earlier], _table[p.Later]));

    /// <summary>Finds the pairs and edges of a table.</summary>
    /// <param name="minParticipation">Least shares of an account (<c>min_participation</c>).</param>
    /// <param name="edgeWeight">Quantile of the weights that <see cref="CooRTweetEdge.AboveThreshold"/> looks above (<c>edge_weight</c>), 0 to 1.</param>
    public static CooRTweet Find(ShareTable table, WindowJoin join, int minParticipation = 2, double edgeWeight = 0.5, CancellationToken ct = default)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(join);
        ArgumentOutOfRangeException.ThrowIfLessThan(minParticipation, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(edgeWeight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(edgeWeight, 1);
        var sequence = ByAccount(table, minParticipation);
        var found = SharePairs.Find(table, join with { InOrder = true }, sequence, ct);
        var pairs = Filter(table, sequence, found.Pairs, minParticipation);
        return new(table, pairs, CooRTweetEdges.Of(table, pairs, edgeWeight, join.Workers), found.Viral);
    }

    /// <summary>Writes the edges with the columns of CooRTweet.</summary>
    public void WriteEdges(TextWriter writer) => WriteEdges(writer, Edges);

    internal static void WriteEdges(TextWriter writer, IEnumerable<CooRTweetEdge> edges)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.Write("from,to,weight,avg_time_delta,n_content_id,n_content_id_y,edge_symmetry_score,weight_threshold\n");
        foreach (var e in edges)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvCell.Of(e.From)},{CsvCell.Of(e.To)},{e.Weight},{e.AverageTimeDelta:G15},{e.Contents},{e.LaterContents},{e.Symmetry:G15},{(e.AboveThreshold ? 1 : 0)}\n"));
        }
    }

    /// <summary>Writes the pairs with the columns of CooRTweet.</summary>
    public void WritePairs(TextWriter writer) => WritePairs(writer, Pairs);

    /// <summary>Writes any pairs with the columns of CooRTweet.</summary>
    public static void WritePairs(TextWriter writer, IEnumerable<TiePair> pairs)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(pairs);
        writer.Write("object_id,content_id,content_id_y,time_delta,account_id,account_id_y\n");
        foreach (var (objectId, earlier, later) in pairs)
        {
            writer.Write(string.Create(CultureInfo.InvariantCulture,
                $"{CsvCell.Of(objectId)},{CsvCell.Of(earlier.ContentId)},{CsvCell.Of(later.ContentId)},{later.Timestamp - earlier.Timestamp},{CsvCell.Of(earlier.AccountId)},{CsvCell.Of(later.AccountId)}\n"));
        }
    }

    // Rows of the accounts that participate, account after account in order of first appearance: the order of everything that follows.
    static int[] ByAccount(ShareTable table, int minParticipation)
    {
        var counts = new int[table.Accounts.Count + 1];
        foreach (var account in table.AccountOf)
        {
            counts[account]++;
        }

        var next = new int[counts.Length];
        var total = 0;
        for (var account = 0; account < table.Accounts.Count; account++)
        {
            next[account] = total;
            total += counts[account] >= minParticipation ? counts[account] : 0;
        }

        var sequence = new int[total];
        for (var row = 0; row < table.Count; row++)
        {
            var account = table.AccountColumn[row];
            if (counts[account] >= minParticipation)
            {
                sequence[next[account]++] = row;
            }
        }

        return sequence;
    }

    static SharePair[] Filter(ShareTable table, int[] sequence, SharePair[] pairs, int minParticipation)
    {
        var matched = new bool[table.Contents.Count];
        foreach (var pair in pairs)
        {
            matched[table.ContentColumn[pair.Earlier]] = matched[table.ContentColumn[pair.Later]] = true;
        }

        var counts = new int[table.Accounts.Count];
        var seen = new HashSet<(int, int, int, long)>();
        foreach (var row in sequence)
        {
            if (matched[table.ContentColumn[row]] && seen.Add((table.ObjectColumn[row], table.AccountColumn[row], table.ContentColumn[row], table.TimeColumn[row])))
            {
                counts[table.AccountColumn[row]]++;
            }
        }

        var kept = new bool[table.Contents.Count];
        foreach (var row in sequence)
        {
            kept[table.ContentColumn[row]] |= matched[table.ContentColumn[row]] && counts[table.AccountColumn[row]] >= minParticipation;
        }

        return Array.FindAll(pairs, p => kept[table.ContentColumn[p.Earlier]] || kept[table.ContentColumn[p.Later]]);
    }
}
