namespace Beffroi.Bots.Tests;

public sealed class TablesTests
{
    public static TheoryData<DbEngine> Engines => [.. Enum.GetValues<DbEngine>()];

    [Theory, MemberData(nameof(Engines))]
    public async Task The_detector_has_its_tables_on_both_engines(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);

        Assert.Equal(0, site.ReadBots(db => db.Posts.Count()));
    }
}
