using Beffroi.Bots.Alerting;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

public sealed class TellTests
{
    static readonly DateTimeOffset Now = PlantedWatch.Now;

    [Theory, ClassData(typeof(Engines))]
    public async Task B17_A_finding_is_told_to_its_organisation_again_until_it_is_heard_and_then_no_more(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var watch = new PlantedWatch(ChatWorld.Ministry.Id, "Veille [piège](https://exemple.invalid) *gras*");
        await watch.Plant(site);
        await site.Write<BotsDb>(db => db.Add(new FindingReason { Posts = 90, Expected = 5, From = Now, To = Now.AddHours(1), LogChance = -12 }.Finding(watch.Watch.Id, FoundKind.Burst, "watch", Now, Now)));
        var desk = new Desk { Answers = false };

        Assert.Equal(0, await Tell(site, desk));
        Assert.Equal(0, await Tell(site, desk));
        Assert.Single(desk.Heard);

        site.Clock.Advance(TimeSpan.FromMinutes(2));
        desk.Throws = true;
        Assert.Equal(0, await Tell(site, desk));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        (desk.Throws, desk.Answers) = (false, true);
        Assert.Equal(1, await Tell(site, desk));
        site.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, await Tell(site, desk));

        Assert.Equal(ChatWorld.Ministry.Id, desk.Heard[^1].Organisation);
        Assert.Single(desk.Heard.Select(h => h.Alert.Id).Distinct());
        Assert.DoesNotContain("[piège](https://exemple.invalid)", desk.Heard[^1].Alert.Markdown, StringComparison.Ordinal);
        Assert.NotNull(site.ReadBots(db => db.Findings.Single().ToldAt));
    }

    static async Task<int> Tell(SiteUnderTest site, ICaseDesk desk)
    {
        await using var scope = site.Scope();
        var services = scope.ServiceProvider;
        return await new TellRound(services.GetRequiredService<BotsDb>(), site.Clock, services.GetRequiredService<Actor>(), desk).RunOnce(TestContext.Current.CancellationToken);
    }

    // The chat, when it is away.
    sealed class Desk : ICaseDesk
    {
        public bool Answers { get; set; }
        public bool Throws { get; set; }
        public List<(Guid Organisation, FoundAlert Alert)> Heard { get; } = [];

        public Task<CaseName?> Open(CurrentUser user, CaseSheet sheet, CancellationToken ct) => throw new NotSupportedException();

        public Task<bool> Tell(Guid organisationId, FoundAlert alert, CancellationToken ct)
        {
            Heard.Add((organisationId, alert));
            return Throws ? throw new InvalidOperationException("The chat is away.") : Task.FromResult(Answers);
        }
    }
}
