using Beffroi.Chat.Rules.Notices;
using Beffroi.Cli.World;

namespace Beffroi.Chat.Tests.People;

/// <summary>Row C12: who is told what, when, once, and only of what they may read.</summary>
public sealed class NoticeLettersTests
{
    static readonly Guid Detection = ChatWorld.Channel(ChannelPhase.Detection);

    [Theory, ClassData(typeof(Engines))]
    public async Task Whoever_follows_qualified_cases_gets_one_notice_and_one_letter_per_case(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/discussion/mes-reglages");
        await nadia.Press("Enregistrer mes réglages", ("FollowsQualified", "true"), ("Quiet", null));
        Assert.Equal(1, site.ReadChat(db => db.Followings.Count(f => f.Kind == FollowingKind.Qualified && f.AccountId == site.IdOf(ChatWorld.Nadia))));

        var (one, two) = (await site.Case(), await site.Case(title: "Un autre dossier réservé"));
        foreach (var about in new[] { one, one, two, one })
        {
            await site.Tell(new(site.IdOf(ChatWorld.Nadia), site.IdOf(ChatWorld.Camille), NoticeReason.Qualified, Guid.NewGuid(), about));
        }

        await site.Round();
        await site.Round();
        await site.Tell(new(site.IdOf(ChatWorld.Nadia), site.IdOf(ChatWorld.Camille), NoticeReason.Qualified, Guid.NewGuid(), one));
        await site.Round();

        Assert.Equal(2, site.ReadChat(db => db.Notices.Count(n => n.AccountId == site.IdOf(ChatWorld.Nadia))));
        var letter = Assert.Single(site.LettersTo(ChatWorld.Nadia));
        Assert.Contains("(2×)", letter.Body, StringComparison.Ordinal);
        // A mailbox keeps no marking: nothing of what is shared is in it.
        Assert.DoesNotContain("réservé", letter.Body + letter.Subject, StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_case_is_qualified_for_a_follower_by_the_criteria_of_their_own_organisation(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var only = Chat.Cases.Convention.Five with { Criteria = [Chat.Cases.Convention.Five.Criteria.Single(c => c.Key == Chat.Cases.Convention.Massive)] };
        await site.Write<ChatDb>(db =>
        {
            db.Add(new OwnCriteria { OrganisationId = ChatWorld.Ministry.Id, Version = 1, Content = Chat.Cases.CaseJson.Write(only), At = SiteUnderTest.Start, By = Guid.Empty });
            db.AddRange(new[] { ChatWorld.Nadia, ChatWorld.Hugo }.Select(n => new Following { AccountId = site.IdOf(n), Kind = FollowingKind.Qualified, TargetId = Guid.Empty, At = SiteUnderTest.Start }));
        });
        var (id, _) = await Flows.GivenCases.Open(site, ChatWorld.Camille, "Port", Flows.GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory));
        await Flows.GivenCases.Add(site, id, ChatWorld.Camille, new() { Tlp = Tlp.Amber }, Flows.GivenCases.Yes(Chat.Cases.Convention.Massive));
        Assert.Equal([site.IdOf(ChatWorld.Nadia)], Told());

        await Flows.GivenCases.Add(site, id, ChatWorld.Camille, new() { Tlp = Tlp.Amber }, [.. Chat.Cases.Convention.Five.Criteria.Select(c => Flows.GivenCases.Yes(c.Key))]);
        Assert.Equal(new[] { site.IdOf(ChatWorld.Nadia), site.IdOf(ChatWorld.Hugo) }.Order(), Told().Order());

        List<Guid> Told() => site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.Qualified).Select(n => n.AccountId).ToList());
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Nobody_is_told_of_what_they_may_not_read_then_or_later(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var about = await site.Case();
        foreach (var (name, subject, room, inCase) in new[]
        {
            (ChatWorld.Samira, WorldChat.MarkedSign, (Guid?)Detection, (Guid?)null),
            (ChatWorld.Samira, WorldChat.PrivateWord, ChatWorld.PrivateRoom, null),
            (ChatWorld.Samira, Guid.NewGuid(), null, about),
            (ChatWorld.Rose, WorldChat.FirstSign, Detection, null),
            (ChatWorld.Hugo, WorldChat.MarkedSign, Detection, null),
        })
        {
            await site.Tell(new(site.IdOf(name), site.IdOf(ChatWorld.Camille), NoticeReason.Mention, subject, inCase), room);
        }

        Assert.Equal(0, site.ReadChat(db => db.Notices.Count()));

        // Told while it was readable; then the right went: neither the page, the mark nor the letter says it.
        await site.Tell(new(site.IdOf(ChatWorld.Hugo), site.IdOf(ChatWorld.Camille), NoticeReason.Mention, WorldChat.PrivateWord, null), ChatWorld.PrivateRoom);
        var hugo = await site.SignIn(ChatWorld.Hugo);
        await hugo.Open("/discussion/a-signaler");
        Assert.Contains("Trois cents comptes", hugo.Text, StringComparison.Ordinal);
        await site.Write<ChatDb>(db => db.Rooms.Single(r => r.Id == ChatWorld.PrivateRoom).ScopeId = db.Messages.Single(m => m.Id == WorldChat.MarkedSign).ScopeId!.Value);
        await hugo.Open("/discussion/a-signaler");
        Assert.DoesNotContain("Trois cents comptes", hugo.Text, StringComparison.Ordinal);
        Assert.Contains("Vous avez tout vu", hugo.Text, StringComparison.Ordinal);
        await site.Round();
        Assert.Empty(site.LettersTo(ChatWorld.Hugo));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Quiet_hours_hold_letters_back_until_they_end_but_not_an_alert(DbEngine engine)
    {
        // The clock stands at 11:00 in Paris.
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/discussion/mes-reglages");
        await nadia.Press("Enregistrer mes réglages", ("Quiet", "true"), ("From", "9h"), ("To", "12:30"));
        Assert.Contains("heure", Assert.Single(nadia.Mistakes), StringComparison.Ordinal);
        await nadia.Press("Enregistrer mes réglages", ("From", "09:00"), ("AlertsPass", "true"));
        Assert.Empty(nadia.Mistakes);

        await site.Tell(new(site.IdOf(ChatWorld.Nadia), null, NoticeReason.Mention, WorldChat.FirstSign, null), Detection);
        await site.Round();
        Assert.Empty(site.LettersTo(ChatWorld.Nadia));
        await site.Tell(new(site.IdOf(ChatWorld.Nadia), null, NoticeReason.Alert, Guid.NewGuid(), await site.Case()));
        await site.Round();
        Assert.Contains("alerte", Assert.Single(site.LettersTo(ChatWorld.Nadia)).Subject, StringComparison.Ordinal);

        site.Clock.Advance(TimeSpan.FromMinutes(91));
        await site.Round();
        Assert.Equal(2, site.LettersTo(ChatWorld.Nadia).Count);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_for_the_summary_leaves_together_at_eight_unless_it_was_seen_before(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/discussion/mes-reglages");
        await nadia.Press("Enregistrer mes réglages", ("delivery.Mention", "Digest"), ("delivery.Reply", "Never"), ("Language", "en"), ("Quiet", null));
        foreach (var name in new[] { ChatWorld.Nadia, ChatWorld.Samira })
        {
            await site.Tell(new(site.IdOf(name), null, NoticeReason.Mention, WorldChat.FirstSign, null), Detection);
            await site.Tell(new(site.IdOf(name), null, NoticeReason.Mention, WorldChat.EnglishSign, null), ChatWorld.Channel(ChannelPhase.Detection, Kit.Lang.English));
            await site.Tell(new(site.IdOf(name), null, NoticeReason.Reply, WorldChat.Answer, null), Detection);
        }

        await site.Round();
        Assert.Empty(site.LettersTo(ChatWorld.Nadia));
        Assert.Single(site.LettersTo(ChatWorld.Samira));

        // 08:10 in Paris, the next day.
        site.Clock.SetUtcNow(new(2026, 11, 24, 7, 10, 0, TimeSpan.Zero));
        await site.Round();
        await site.Round();
        var letter = Assert.Single(site.LettersTo(ChatWorld.Nadia));
        Assert.Contains("2 notices", letter.Subject, StringComparison.Ordinal);
        Assert.DoesNotContain("follow this thread", letter.Body, StringComparison.Ordinal);

        await site.Tell(new(site.IdOf(ChatWorld.Nadia), null, NoticeReason.Mention, WorldChat.Answer, null), Detection);
        // A session lasts eight hours.
        nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open("/en/chat/notices");
        await nadia.Press("I have seen them all");
        site.Clock.Advance(TimeSpan.FromDays(1));
        await site.Round();
        Assert.Single(site.LettersTo(ChatWorld.Nadia));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_message_tells_those_whom_it_names_and_those_of_its_thread_if_they_may_read_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Say(ChatWorld.Nadia, Detection, "Pour tous", null, ChatWorld.Hugo, ChatWorld.Nadia);
        await site.Say(ChatWorld.Camille, Detection, "Dans le fil", WorldChat.FirstSign);
        await site.Say(ChatWorld.Paul, ChatWorld.PrivateRoom, "Entre nous", null, ChatWorld.Samira, ChatWorld.Hugo);

        var told = site.ReadChat(db => db.Notices.ToList()).ConvertAll(n => (n.AccountId, n.Reason));
        Assert.Equal(
            [(site.IdOf(ChatWorld.Hugo), NoticeReason.Mention), (site.IdOf(ChatWorld.Hugo), NoticeReason.Mention), (site.IdOf(ChatWorld.Hugo), NoticeReason.Reply), (site.IdOf(ChatWorld.Samira), NoticeReason.Reply)],
            told.OrderBy(t => t.Reason).ThenBy(t => t.AccountId == site.IdOf(ChatWorld.Samira)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_past_its_day_is_erased(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Tell(new(site.IdOf(ChatWorld.Nadia), null, NoticeReason.Mention, WorldChat.FirstSign, null), Detection);
        await site.Write<ChatDb>(db => db.Add(new ReadingLine { Id = Guid.NewGuid(), At = SiteUnderTest.Start, AccountId = site.IdOf(ChatWorld.Hugo), OrganisationId = ChatWorld.Observatory.Id, Act = ReadingAct.Read, OwnerOrganisationId = ChatWorld.Ministry.Id }));

        await Forget(site);
        Assert.Equal((1, 1), site.ReadChat(db => (db.Notices.Count(), db.Readings.Count())));
        site.Clock.Advance(TimeSpan.FromDays(Notifying.Forgetting.NoticesKept + 1));
        await Forget(site);
        Assert.Equal((0, 1), site.ReadChat(db => (db.Notices.Count(), db.Readings.Count())));
        site.Clock.Advance(TimeSpan.FromDays(300));
        await Forget(site);
        Assert.Equal(0, site.ReadChat(db => db.Readings.Count()));
    }

    static async Task Forget(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await ((Notifying.Forgetting)scope.ServiceProvider.GetService(typeof(Notifying.Forgetting))!).Run(Steps.Ct);
    }
}
