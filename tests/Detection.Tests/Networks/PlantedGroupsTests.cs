using Beffroi.Detection.Bench;

namespace Beffroi.Detection.Tests.Networks;

/// <summary>The quality goal on an invented population of 3,000 people and 324 planted accounts of several strengths: at least .60 of them found, at most 1 % of people accused.</summary>
public sealed class PlantedGroupsTests
{
    [Theory]
    [InlineData(1, false)]
    [InlineData(2, true)]
    public void Most_planted_accounts_are_found_and_hardly_anybody_else(int seed, bool minutes)
    {
        var (found, world) = Found(seed, minutes, 1);
        Assert.InRange(found.Count(world.Groups.ContainsKey) / (double)world.Groups.Count, 0.60, 1);
        Assert.InRange(found.Count(a => !world.Groups.ContainsKey(a)), 0, 30);
        // Those who act openly together are found whole, the very active ones too.
        Assert.All(world.Groups.Where(g => g.Value is "forte" or "massive" or "petite"), g => Assert.Contains(g.Key, found));
    }

    [Fact]
    public void Where_nobody_is_coordinated_hardly_anybody_is_found()
    {
        var (found, _) = Found(3, minutes: true, planted: 0);
        Assert.InRange(found.Count, 0, 10);
    }

    static (HashSet<string>, SharingWorld) Found(int seed, bool minutes, double planted)
    {
        var world = new SharingWorld(3000, seed, minutes: minutes, planted: planted);
        var stream = new RunningCoordination(60);
        foreach (var share in world.Shares.OrderBy(s => s.Timestamp))
        {
            stream.Add(share);
        }

        return (CoordinationAnalysis.Run(stream.Network(), stream.Census()).Clusters.SelectMany(c => c.Members).ToHashSet(StringComparer.Ordinal), world);
    }
}
