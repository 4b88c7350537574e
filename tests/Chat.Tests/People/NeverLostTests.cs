using System.Net;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Notifying;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.People;

/// <summary>What people are to be told is kept with the thing itself: it may come late, it is not lost, and it takes nothing back.</summary>
public sealed class NeverLostTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task An_alert_whose_notices_cannot_be_written_is_sent_all_the_same_and_told_when_they_can(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, lines) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry), GivenCases.Yes(Convention.Massive));
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(Addresses.Alert(Lang.French, id));
        await NoticesAre(site, "chat_notices", "away");
        await nadia.Press("Envoyer l’alerte", ("Summary", "Trois cents comptes"), ("ActionAsked", "Dites si vous les voyez"), ("To", ChatWorld.Observatory.Id.ToString()), ("Lines", lines[1].ToString()), ("Tlp", nameof(Tlp.Amber)));

        // The page that comes counts notices: it cannot be shown here, but the alert is there.
        var alert = site.ReadChat(db => db.Cases.Single(c => c.Id != id).Id);
        await NoticesAre(site, "away", "chat_notices");
        Assert.Equal(0, site.ReadChat(db => db.Notices.Count()));
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await Told(site);
        await Told(site);

        var notices = site.ReadChat(db => db.Notices.Where(n => n.Reason == NoticeReason.Alert).ToList());
        Assert.Equal(new[] { site.IdOf(ChatWorld.Paul), site.IdOf(ChatWorld.Hugo) }.Order(), notices.Select(n => n.AccountId).Order());
        Assert.All(notices, n => Assert.Equal(alert, n.CaseId));
        Assert.Contains((await site.ViewOf(id, ChatWorld.Nadia))!.State.Links, l => l.Fact.Href.Contains(alert.ToString(), StringComparison.Ordinal));
        Assert.Equal(0, site.ReadChat(db => db.UntoldLines.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_line_is_kept_and_answered_though_nobody_can_be_told_of_it_then(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, _) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry));
        await NoticesAre(site, "chat_notices", "away");
        // Written through the shelf: it throws nothing, as the page would answer 500.
        var written = await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Amber }, new ReactionProposed { Option = ReactionOption.Takedown, Text = "Regarder encore", Backfire = "Rien", BackfireChance = Estimate.Likely, Owner = site.IdOf(ChatWorld.Camille) });
        Assert.Single(written);
        await NoticesAre(site, "away", "chat_notices");
        site.Clock.Advance(TimeSpan.FromMinutes(2));
        await Told(site);

        var told = Assert.Single(site.ReadChat(db => db.Notices.ToList()));
        Assert.Equal((site.IdOf(ChatWorld.Camille), NoticeReason.Assigned, written[0]), (told.AccountId, told.Reason, told.SubjectId));
    }

    [Fact]
    public async Task Whoever_follows_a_case_is_told_once_of_a_writing_of_many_lines()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (id, _) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory));
        for (var i = 0; i < 5; i++)
        {
            await site.Add(id, ChatWorld.Hugo, new() { Tlp = Tlp.Amber }, GivenCases.Account($"compte{i}"));
        }

        await site.Write<ChatDb>(db => db.Add(new Following { AccountId = site.IdOf(ChatWorld.Camille), Kind = FollowingKind.Case, TargetId = id, At = site.Clock.GetUtcNow() }));
        var opening = (await site.ViewOf(id, ChatWorld.Nadia))!.Events[0].Id;
        await site.Add(id, ChatWorld.Nadia, new() { Tlp = Tlp.Amber }, new MarkingChanged { Target = opening, To = GivenCases.Of(Tlp.Amber, ChatWorld.Ministry, ChatWorld.Observatory, ChatWorld.Laboratory), Why = "Le laboratoire peut aider" });

        Assert.Equal(12, (await site.ViewOf(id, ChatWorld.Hugo))!.Events.Count);
        Assert.Single(site.ReadChat(db => db.Notices.Where(n => n.AccountId == site.IdOf(ChatWorld.Camille) && n.Reason == NoticeReason.Followed).ToList()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_letter_that_was_left_is_not_left_again_and_one_that_was_only_claimed_is(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Tell(new(site.IdOf(ChatWorld.Nadia), null, NoticeReason.Mention, WorldChat.FirstSign, null), ChatWorld.Channel(ChannelPhase.Detection));
        await site.Round();
        Assert.NotNull(site.ReadChat(db => db.Notices.Single().LeftAt));
        await site.Write<Accounts.AccountsDb>(db => db.RemoveRange(db.Outbox));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await site.Round();
        Assert.Empty(site.LettersTo(ChatWorld.Nadia));

        // As when the node stopped between the two.
        await site.Write<ChatDb>(db => db.Notices.Single().LeftAt = null);
        await site.Round();
        Assert.Single(site.LettersTo(ChatWorld.Nadia));
    }

    static async Task NoticesAre(SiteUnderTest site, string from, string to)
    {
        await using var scope = site.Scope();
#pragma warning disable EF1002 // Two names of this file.
        await scope.ServiceProvider.GetRequiredService<ChatDb>().Database.ExecuteSqlRawAsync($"ALTER TABLE {from} RENAME TO {to}", Steps.Ct);
#pragma warning restore EF1002
    }

    static async Task Told(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<UntoldRound>().Run(Steps.Ct);
    }
}
