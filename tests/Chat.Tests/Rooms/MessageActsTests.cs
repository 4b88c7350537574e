using System.Net;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Chat.Tests.Rooms;

public sealed class MessageActsTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_sign_is_put_and_taken_back_and_counted_once_a_person(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, samira) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Samira));
        foreach (var visitor in new[] { nadia, samira })
        {
            await visitor.Open(RoomVisits.At(RoomVisits.Detection));
            await visitor.Post(Addresses.React(Lang.French, RoomVisits.Detection, WorldChat.FirstSign), ("Sign", "ok"), ("Back", RoomVisits.At(RoomVisits.Detection)));
        }

        Assert.Equal("👍 D’accord, 2", Pressed(samira, true));
        await samira.Post(Addresses.React(Lang.French, RoomVisits.Detection, WorldChat.FirstSign), ("Sign", "ok"), ("Back", "https://autre.example/"));
        Assert.Equal(RoomVisits.At(RoomVisits.Detection), samira.Address.Split('#')[0]);
        Assert.Equal("👍 D’accord, 1", Pressed(samira, false));
        Assert.Equal(HttpStatusCode.NotFound, (await samira.Post(Addresses.React(Lang.French, RoomVisits.Detection, WorldChat.FirstSign), ("Sign", "autre"))).Status);

        static string Pressed(Visitor visitor, bool mine) => Visitor.Flat(visitor.Page.QuerySelector($"#m-{WorldChat.FirstSign} .chat-acts > .chat-signs button[aria-pressed={(mine ? "true" : "false")}]")!.TextContent);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_change_keeps_what_was_said_before_and_is_its_authors_alone(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo));
        var id = await nadia.Say(RoomVisits.Detection, "Le port ferme mardi");
        site.Clock.Advance(TimeSpan.FromMinutes(5));

        await nadia.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("Enregistrer", ("Text", "Le port ferme lundi"));
        Assert.Contains("Modifié le", nadia.Item(id), StringComparison.Ordinal);
        await hugo.Open(Addresses.Versions(Lang.French, RoomVisits.Detection, id));
        Assert.True(hugo.Says("Le port ferme lundi") && hugo.Says("Le port ferme mardi"));

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id))).Status);
        await hugo.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Post(Addresses.Edit(Lang.French, RoomVisits.Detection, id), ("Text", "Le port ne ferme pas"))).Status);
        await nadia.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("Enregistrer", ("Text", "  "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nadia.Status);
        Assert.Equal("Le port ferme lundi", site.ReadChat(db => db.Messages.Single(m => m.Id == id).Text));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task What_is_taken_away_leaves_its_place_and_nothing_of_what_it_said(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, hugo, camille) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Hugo), await site.SignIn(ChatWorld.Camille));
        var id = await nadia.Say(RoomVisits.Detection, "À ne pas dire ici");
        await nadia.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id));
        await nadia.Press("Enregistrer", ("Text", "À ne pas dire du tout"));

        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Addresses.Remove(Lang.French, RoomVisits.Detection, id))).Status);
        // Camille looks after the ministry.
        await camille.Open(Addresses.Remove(Lang.French, RoomVisits.Detection, id));
        await camille.Press("Retirer ce message");

        await hugo.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("Message retiré", hugo.Item(id), StringComparison.Ordinal);
        Assert.DoesNotContain("ne pas dire", hugo.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(Addresses.Versions(Lang.French, RoomVisits.Detection, id))).Status);
        Assert.Equal(0, site.ReadChat(db => db.MessageVersions.Count(v => v.MessageId == id)));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_change_that_meets_a_removal_does_not_bring_the_text_back(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        var id = await nadia.Say(RoomVisits.Detection, "À ne pas dire ici");
        await nadia.Open(Addresses.Edit(Lang.French, RoomVisits.Detection, id));
        await using var scope = site.Scope();
        var db = scope.ServiceProvider.GetRequiredService<ChatDb>();
        await using var transaction = await db.Database.BeginTransactionAsync(TestContext.Current.CancellationToken);
        var now = SiteUnderTest.Start;
#pragma warning disable RS0030 // As another node takes it away, a moment before its commit.
        await db.Messages.Where(m => m.Id == id).ExecuteUpdateAsync(set => set.SetProperty(m => m.Text, "").SetProperty(m => m.Terms, "").SetProperty(m => m.RemovedAt, now), TestContext.Current.CancellationToken);
#pragma warning restore RS0030

        var changed = nadia.Press("Enregistrer", ("Text", "À dire quand même"));
        await Task.Delay(TimeSpan.FromMilliseconds(700), TestContext.Current.CancellationToken);
        await transaction.CommitAsync(TestContext.Current.CancellationToken);
        await changed;

        var kept = site.ReadChat(d => d.Messages.Single(m => m.Id == id));
        Assert.Equal(("", "", false), (kept.Text, kept.Terms, kept.RemovedAt is null));
        Assert.Equal(0, site.ReadChat(d => d.MessageVersions.Count(v => v.MessageId == id)));
        Assert.Contains("Message retiré", (await nadia.Open(RoomVisits.At(RoomVisits.Detection))).Item(id), StringComparison.Ordinal);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_thread_holds_its_replies_and_a_question_is_settled_and_reopened(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open(RoomVisits.At(RoomVisits.Detection));
        Assert.Contains("1 réponse", nadia.Item(WorldChat.FirstSign), StringComparison.Ordinal);
        Assert.Equal("", nadia.Item(WorldChat.Answer));

        await nadia.Open(Addresses.Thread(Lang.French, RoomVisits.Detection, WorldChat.FirstSign));
        Assert.Contains("autre port", nadia.Item(WorldChat.Answer), StringComparison.Ordinal);
        await nadia.Press("Envoyer", ("Text", "Merci, c’est clair"));
        Assert.Equal(WorldChat.FirstSign, site.ReadChat(db => db.Messages.Single(m => m.Text == "Merci, c’est clair").ThreadId));
        await nadia.Press("La question est réglée");
        Assert.Contains("Question réglée", nadia.Item(WorldChat.FirstSign), StringComparison.Ordinal);
        await nadia.Press("Rouvrir la question");
        Assert.DoesNotContain("Question réglée", nadia.Item(WorldChat.FirstSign), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await nadia.Open(Addresses.Thread(Lang.French, RoomVisits.Detection, WorldChat.Answer))).Status);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Who_reads_what_is_restricted_is_written_down_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (nadia, paul) = (await site.SignIn(ChatWorld.Nadia), await site.SignIn(ChatWorld.Paul));
        foreach (var visitor in new[] { nadia, nadia, paul })
        {
            await visitor.Open(RoomVisits.At(RoomVisits.Private));
        }

        // Paul said it: he does not read it of himself.
        var line = Assert.Single(site.ReadChat(db => db.Readings.Where(r => r.ItemId == WorldChat.PrivateWord).ToList()));
        Assert.Equal((site.IdOf(ChatWorld.Nadia), Organisations.Observatory.Id, ReadingAct.Read), (line.AccountId, line.OwnerOrganisationId, line.Act));
    }
}
