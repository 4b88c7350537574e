using System.Net;
using System.Text.Json;
using Beffroi.Chat.Answering;
using Beffroi.Chat.Cases;
using Beffroi.Chat.Live;
using Beffroi.Chat.Tests.Flows;
using Beffroi.Chat.Tests.Live;
using Beffroi.Cli.World;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Chat.Tests.CasePages;

/// <summary>That somebody works in secret on what all have read shows nowhere.</summary>
public sealed class SecretCaseTests
{
    static readonly Guid Room = ChatWorld.Channel(ChannelPhase.Detection);

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Those_who_listen_hear_that_a_case_was_opened_when_they_may_know_of_it()
    {
        await using var site = await LiveSite.Start();
        var (camille, nadia, hugo) = (await site.Enter(ChatWorld.Camille), await site.Enter(ChatWorld.Nadia), await site.Enter(ChatWorld.Hugo));
        await using var inside = await nadia.Listen(Room);
        await using var outside = await hugo.Listen(Room);

        await OpenSecretly(camille.Visitor);

        await inside.Hears(news => news is Changed changed && changed.Id == WorldChat.FirstSign);
        var said = await outside.Post("Rien de nouveau");
        await outside.Hears(news => news is Posted posted && posted.Id == said.Id);
        Assert.DoesNotContain(outside.Heard, news => news is Changed);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_command_answers_who_is_kept_out_as_if_nobody_had_opened_anything(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await OpenSecretly(await site.SignIn(ChatWorld.Camille));

        var answer = await Ask(site, ChatWorld.Hugo);

        Assert.False(answer.IsRefused);
        Assert.StartsWith("Case opened: ", answer.Markdown, StringComparison.Ordinal);
        var ids = site.ReadChat(db => db.Cases.OrderBy(c => c.OpenedAt).Select(c => c.Id).ToList());
        Assert.Equal(2, ids.Count);
        // Neither id comes from the message: one cannot be told from the other.
        Assert.All(ids, id => Assert.Equal(7, id.Version));
        // A third organisation, kept out of the first too, finds the second.
        Assert.StartsWith("This case is open already: ", (await Ask(site, ChatWorld.Samira)).Markdown.Replace("Case opened: ", "This case is open already: ", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(2, site.ReadChat(db => db.Cases.Count()));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Of_those_who_press_at_once_one_opens_the_case_of_the_message_and_the_others_find_it(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        string[] names = [ChatWorld.Hugo, ChatWorld.Camille, ChatWorld.Samira, ChatWorld.Nadia];

        var replies = await Task.WhenAll(names.Select(name => Task.Run(async () =>
        {
            var seat = site.SeatOf(name);
            await using var scope = site.Scope();
            scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.ouvrir";
            return await scope.ServiceProvider.GetRequiredService<CaseOpening>().FromMessage(seat, Room, WorldChat.FirstSign, null, null, Ct);
        }, Ct)));

        Assert.All(replies, r => Assert.True(r!.IsDone));
        Assert.Single(replies.Select(r => r!.View!.CaseId).Distinct());
        Assert.Equal((1, 1), site.ReadChat(db => ValueTuple.Create(db.Cases.Count(), db.Rooms.Count(r => r.Kind == RoomKind.Case))));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_of_a_case_that_is_here_and_hidden_comes_in_as_one_that_is_not(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var (id, _) = await site.Open(ChatWorld.Nadia, "Port fermé", GivenCases.Of(Tlp.AmberStrict, ChatWorld.Ministry), GivenCases.Yes(Convention.Massive), new ArgumentMade { Stance = Stance.For, Text = "La source est connue." });
        var nadia = await site.SignIn(ChatWorld.Nadia);
        await nadia.Open($"{Addresses.Export(Lang.French, id)}?Format=Json&For=Oneself");
        await nadia.Press("Télécharger le fichier");
        var file = await nadia.Response.Content.ReadAsByteArrayAsync(Ct);
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Import(Lang.French));

        foreach (var turn in new[] { 1, 2 })
        {
            await samira.Upload("File", "dossier.json", file, ("Tlp", nameof(Tlp.Amber)));
            Assert.Equal((HttpStatusCode.OK, turn, 0), (samira.Status, turn, samira.Mistakes.Count));
            Assert.DoesNotContain("ne peut pas être repris", samira.Text, StringComparison.Ordinal);
            Assert.Equal(2, site.ReadChat(db => db.Cases.Count()));
        }

        Assert.Null(await site.ViewOf(id, ChatWorld.Samira));
        var own = site.ReadChat(db => db.Cases.Single(c => c.Id != id).Id);
        var view = (await site.ViewOf(own, ChatWorld.Samira))!;
        Assert.Equal("Port fermé", view.State.Title);
        Assert.Equal(("La source est connue.", 1), (view.State.Arguments.Single().Fact.Text, view.State.Assessments.Count));
        Assert.Single((await site.ViewOf(id, ChatWorld.Nadia))!.State.Arguments);
    }

    static readonly JsonSerializerOptions Deep = new(CaseJson.Options) { MaxDepth = 64 };

    [Theory, ClassData(typeof(Engines))]
    public async Task A_file_that_says_it_comes_from_a_message_takes_nothing_from_who_opens_its_case(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var first = Guid.NewGuid();
        var line = new CaseEvent
        {
            Id = Guid.NewGuid(), CaseId = first, Number = 1, At = SiteUnderTest.Start, Author = new() { Person = site.IdOf(ChatWorld.Samira), Organisation = ChatWorld.Laboratory.Id },
            Marking = new() { Tlp = Tlp.Green, Audience = Audience.Community }, Fact = new CaseOpened { Title = "Leurre", From = new(WorldChat.FirstSign, Room, "Une vidéo") },
        };
        var samira = await site.SignIn(ChatWorld.Samira);
        await samira.Open(Addresses.Import(Lang.French));
        await samira.Upload("File", "leurre.json", JsonSerializer.SerializeToUtf8Bytes(new { format = "beffroi-case", version = 1, caseId = first, tlp = Tlp.Green, events = new[] { line } }, Deep), ("Tlp", nameof(Tlp.Green)));
        Assert.Equal(1, site.ReadChat(db => db.Cases.Count()));
        var hugo = await site.SignIn(ChatWorld.Hugo);

        await hugo.OpenCaseFrom(WorldChat.FirstSign);

        Assert.NotEqual(CaseStory.Of(first), hugo.Address);
        Assert.Equal(hugo.Address, CaseStory.Of(site.ReadChat(db => db.Messages.Single(m => m.Id == WorldChat.FirstSign).CaseId!.Value)));
    }

    static async Task OpenSecretly(Testing.Visitor camille)
    {
        await camille.At($"{CaseStory.Cases}/nouveau?room={Room}&message={WorldChat.FirstSign}");
        await camille.Press("Ouvrir le dossier", ("Title", "Entre nous"), ("Tlp", nameof(Tlp.AmberStrict)), ("Organisations", ChatWorld.Ministry.Id.ToString()));
        Assert.Equal("Entre nous", camille.Heading);
    }

    static async Task<CommandAnswer> Ask(SiteUnderTest site, string name)
    {
        var seat = site.SeatOf(name);
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.commande";
        return (await scope.ServiceProvider.GetRequiredService<Commands>().Answer(seat, Room, WorldChat.FirstSign, "/case", Lang.English, Ct))!;
    }
}
