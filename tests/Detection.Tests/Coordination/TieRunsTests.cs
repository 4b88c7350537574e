using CsCheck;

namespace Beffroi.Detection.Tests;

public sealed class TieRunsTests
{
    static List<byte[]> Runs(Share[] shares, long window, int parts, int mostPairs, bool loops)
    {
        MemoryStream[] streams = [.. Enumerable.Range(0, parts).Select(_ => new MemoryStream())];
        var sink = new SharePartitions(streams);
        Array.ForEach(shares, sink.Add);
        Assert.Equal(shares.Length, sink.Count);
        var runs = new List<MemoryStream>();
        foreach (var stream in streams)
        {
            stream.Position = 0;
            TieRuns.Write(SharePartitions.Read(stream), new() { Window = window }, loops, mostPairs, () =>
            {
                runs.Add(new());
                return runs[^1];
            });
        }

        return runs.ConvertAll(r => r.ToArray());
    }

    static TieNetwork Merged(List<byte[]> runs) => TieRuns.Network(TieRuns.Merge(runs.ConvertAll(r => (Stream)new MemoryStream(r))));

    [Fact]
    public void Parts_and_runs_give_the_ties_that_memory_gives() =>
        Gen.Select(BruteForce.Shares, Gen.Long[0, 20], Gen.Int[1, 5], Gen.Int[1, 20]).Sample((shares, window, parts, mostPairs) =>
        {
            var expected = CoSharing.Find(ShareTable.Of(shares), new() { Window = window }).Network;
            var found = Merged(Runs(shares, window, parts, mostPairs, loops: false));
            Assert.Equal(expected.Accounts, found.Accounts);
            Assert.Equal(expected.Ties, found.Ties);
            var directed = QutNetwork.Of(Merged(Runs(shares, window, parts, mostPairs, loops: true)), 1, []);
            Assert.Equal(QutNetwork.Find(ShareTable.Of(shares), new() { Window = window }).Edges, directed.Edges);
        }, iter: 500);

    [Fact]
    public void A_run_or_a_part_cut_short_is_told()
    {
        Share[] shares = [new("o", "a", "c", 1), new("o", "b", "d", 2)];
        var run = Assert.Single(Runs(shares, 60, 1, 10, loops: false));
        Assert.Throws<InvalidDataException>(() => Merged([run[..^1]]));
        using var part = new MemoryStream();
        new SharePartitions([part]).Add(shares[0]);
        Assert.Throws<InvalidDataException>(() => SharePartitions.Read(new MemoryStream(part.ToArray()[..^1]), TestContext.Current.CancellationToken));
    }
}
