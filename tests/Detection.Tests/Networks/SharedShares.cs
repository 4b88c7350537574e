using System.Globalization;
using System.IO.Compression;
using System.Runtime.CompilerServices;

namespace Beffroi.Detection.Tests.Networks;

/// <summary>Published sets of shares, which stand outside the repository; tests are skipped with the reason where they are absent.</summary>
public sealed class SharedShares
{
    // Totals of another program (QUT's coordination network toolkit) on the same file: undirected pairs at 10 and 60 seconds.
    [Theory]
    [InlineData(10, 1092)]
    [InlineData(60, 6206)]
    public void Ties_are_as_many_as_another_program_finds(int window, int expected)
    {
        var stream = new RunningCoordination(window);
        foreach (var share in Read("russian_coord_tweets.csv.gz").OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        Assert.Equal(expected, stream.Network().Ties.Count);
    }

    [Fact]
    public void Published_trolls_are_found_by_their_reposts()
    {
        var stream = new RunningCoordination(60);
        foreach (var share in Read("ira_coretweet_100k.csv.gz").OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        // 169 accounts, all of one operator, in a sample of a twentieth of what they did; 90 of them ever met twice within a minute.
        var network = stream.Network();
        Assert.Equal(90, network.Ties.Where(t => t.Objects > 1).SelectMany(t => new[] { t.First, t.Second }).Distinct().Count());
        Assert.InRange(CoordinationAnalysis.Run(network, stream.Census()).Clusters.Sum(c => c.Members.Count), 75, 90);
    }

    static IEnumerable<Share> Read(string name, [CallerFilePath] string here = "")
    {
        var path = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "..", "shared", "data", "coordination", name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not shipped with the project and is not beside it.");
        using var reader = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(l => l.Split(',')).Select(f => new Share(f[0], f[1], f[2], long.Parse(f[3], CultureInfo.InvariantCulture)))];
    }
}
