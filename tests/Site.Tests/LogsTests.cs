namespace Beffroi.Site.Tests;

public sealed class LogsTests
{
    [Fact]
    public async Task Nobodys_name_address_code_or_answer_is_logged()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var hugo = await site.SignIn(Crew.Hugo);
        var awa = await Participant.Enter(site, "BKT59000", "Zéphyrine");
        var code = await awa.AnswerQuestionnaire(("age", "47"));
        await awa.Send(new Story(await awa.Start("livraison")).Answer("L11", "45,75", 4).Events);
        await Participant.ComeBack(site, code);
        await hugo.Open("/eva/evaluations?q=Z%C3%A9phyrine");
        var lost = site.Visit();
        await lost.Open("/connexion");
        await lost.Press("Se connecter", ("Email", "inconnue@mission.beffroi.example"), ("Password", "mot-de-passe-faux"));

        var logged = site.Logs.Where(line => !line.StartsWith("Debug", StringComparison.Ordinal) && !line.StartsWith("Trace", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(logged);
        Assert.All(logged, line => Assert.DoesNotMatch($"Zéphyrine|Z%C3%A9phyrine|{code}|45,75|hugo\\.lemaire|Hugo Lemaire|inconnue@|mot-de-passe-faux|{Cli.World.People.Password}", line));
    }
}
