using System.Text;
using Beffroi.Detection;

namespace Beffroi.Cli.Coordination.Work;

/// <summary>The pairs of some ties, found again part by part: each part's are written in order of the ties, and the parts are then read side by side.</summary>
sealed class WorkEvidence(WorkFolder folder, WorkPlan plan, WindowJoin join)
{
    bool _written;

    /// <param name="ties">The two accounts of each tie, in the order wanted.</param>
    public IEnumerable<TiePair> Of(IReadOnlyList<(string One, string Other)> ties, CancellationToken ct)
    {
        if (!_written)
        {
            var places = ties.Index().SelectMany(t => new[] { (t.Item, t.Index), ((t.Item.Other, t.Item.One), t.Index) }).DistinctBy(t => t.Item1).ToDictionary(t => t.Item1, t => t.Item2);
            for (var part = 0; part < plan.Parts; part++)
            {
                Write(part, places, ct);
            }

            _written = true;
        }

        return Merged(ties.Count);
    }

    void Write(int part, Dictionary<(string, string), int> places, CancellationToken ct)
    {
        ShareTable table;
        using (var shares = new FileStream(folder.Of(WorkRun.Name(part, "shares")), new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 1 << 18 }))
        {
            table = SharePartitions.Read(shares, ct);
        }

        var sharing = CoSharing.Find(table, join, ct);
        var network = sharing.Network;
        using var writer = new BinaryWriter(File.Create(folder.Of(WorkRun.Name(part, "evidence"))), Encoding.UTF8);
        foreach (var (place, tie) in Enumerable.Range(0, network.Ties.Count)
            .Select(tie => (Place: places.GetValueOrDefault((network.Accounts[network.Ties[tie].First], network.Accounts[network.Ties[tie].Second]), -1), tie))
            .Where(t => t.Place >= 0).OrderBy(t => t.Place))
        {
            var pairs = sharing.Evidence(tie);
            writer.Write(place);
            writer.Write(pairs.Count);
            foreach (var pair in pairs)
            {
                writer.Write(pair.ObjectId);
                Write(writer, pair.Earlier);
                Write(writer, pair.Later);
            }
        }

        writer.Write(int.MaxValue);
    }

    IEnumerable<TiePair> Merged(int ties)
    {
        var readers = Enumerable.Range(0, plan.Parts).Select(part => new BinaryReader(new FileStream(folder.Of(WorkRun.Name(part, "evidence")), FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 14), Encoding.UTF8)).ToList();
        try
        {
            int[] next = [.. readers.Select(r => r.ReadInt32())];
            for (var tie = 0; tie < ties; tie++)
            {
                var pairs = new List<TiePair>();
                for (var part = 0; part < next.Length; part++)
                {
                    if (next[part] == tie)
                    {
                        Read(readers[part], pairs);
                        next[part] = readers[part].ReadInt32();
                    }
                }

                pairs.Sort(TiePair.InTime);
                foreach (var pair in pairs)
                {
                    yield return pair;
                }
            }
        }
        finally
        {
            readers.ForEach(r => r.Dispose());
        }
    }

    static void Read(BinaryReader reader, List<TiePair> pairs)
    {
        for (var left = reader.ReadInt32(); left > 0; left--)
        {
            var thing = reader.ReadString();
            pairs.Add(new(thing, Share(reader, thing), Share(reader, thing)));
        }
    }

    static void Write(BinaryWriter writer, Share share)
    {
        writer.Write(share.AccountId);
        writer.Write(share.ContentId);
        writer.Write(share.Timestamp);
    }

    static Share Share(BinaryReader reader, string thing) => new(thing, reader.ReadString(), reader.ReadString(), reader.ReadInt64());
}
