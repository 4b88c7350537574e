namespace Beffroi.Eva.Tests.Restitution;

public sealed class ListEvaluationsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task An_adviser_finds_a_person_by_exact_first_name_or_by_code(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var hugo = await site.SignIn(Crew.Hugo);

        await hugo.Open("/eva/evaluations?q=Bernard");
        Assert.Equal(["Bernard"], Names(hugo));
        await hugo.Open("/eva/evaluations?q=clt%2010003");
        Assert.Equal(["Colette"], Names(hugo));
        await hugo.Open("/eva/evaluations?q=%25");
        Assert.Empty(Names(hugo));
        Assert.Contains("Aucune évaluation pour « % »", hugo.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_finds_by_its_code_a_person_met_elsewhere()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var samira = await site.SignIn(Crew.OtherAdviser);
        await samira.Open("/eva/evaluations?q=CLT10003");

        Assert.Empty(Names(samira));
    }

    static IReadOnlyList<string> Names(Visitor visitor) => [.. visitor.Page.QuerySelectorAll("tbody tr td:first-child").Select(c => c.TextContent.Trim())];
}
