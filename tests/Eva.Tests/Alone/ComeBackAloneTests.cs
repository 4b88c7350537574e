using System.Net;

namespace Beffroi.Eva.Tests.Alone;

public sealed class ComeBackAloneTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task With_the_personal_code_another_device_goes_on_and_the_first_one_holds_nothing_any_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var first = await Participant.Alone(site);
        var code = await first.AnswerQuestionnaire();
        await first.Send(Story.Whole(await first.Start("maintenance"), _ => true, 1.2).Events);

        // As people type: small letters, other spaces.
        var second = await Participant.ComeBack(site, code.ToLowerInvariant().Replace(' ', '-'));

        Assert.Equal(["maintenance"], (await second.Journey()).Steps.Where(s => s.Done).Select(s => s.Situation));
        Assert.Equal("/eva", (await first.Visitor.Open("/eva/pret")).Address);
        Assert.Contains("code personnel de votre papier", (await second.Visitor.Open("/eva/pause")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/eva")]
    [InlineData("/eva/reprendre")]
    public async Task After_the_end_the_code_opens_the_sheet_from_either_door(string door)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.Alone(site);
        var code = await alone.AnswerQuestionnaire();
        await alone.PlayAll(_ => true);

        var later = await site.Visit().Open(door);
        await later.Press("Continuer", ("Code", code));

        Assert.Equal(("/eva/seul/resultats", HttpStatusCode.OK), (later.Address, later.Status));
    }

    [Fact]
    public async Task A_code_that_is_nobody_s_says_so()
    {
        await using var site = await SiteUnderTest.WithWorld();

        var visitor = await site.Visit().Open("/eva/reprendre");
        await visitor.Press("Continuer", ("Code", "BCDF 2345 BCDF"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);
        Assert.StartsWith("Ce code n’existe pas", Assert.Single(visitor.Mistakes), StringComparison.Ordinal);
    }

    [Fact]
    public async Task To_leave_forgets_the_evaluation_on_this_device()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var alone = await Participant.AloneAtTheEnd(site);

        await alone.Visitor.Press("Quitter");

        Assert.Equal("/eva", (await alone.Visitor.Open("/eva/seul/resultats")).Address);
    }
}
